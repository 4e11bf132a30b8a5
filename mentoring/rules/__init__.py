"""What may be done, and why not: a sentence for the person, or None. One module a noun."""
