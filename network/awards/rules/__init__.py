"""May this person do this now? The sentence to show, or None."""
