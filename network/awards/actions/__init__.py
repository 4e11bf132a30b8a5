"""What changes an entry or a round. Each is one transaction with its history and its letters."""
