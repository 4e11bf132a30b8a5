"""The secretary's screens in the Wagtail admin."""
