"""Reading what a browser sent. Nothing is written here."""
