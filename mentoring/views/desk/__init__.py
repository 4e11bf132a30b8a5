"""The coordinator's screens in the admin."""
