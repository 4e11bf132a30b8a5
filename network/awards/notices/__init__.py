"""What the award's letters say, each in its reader's language and time zone."""
