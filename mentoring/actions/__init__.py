"""Changes, each one transaction with its history and its letters. One module a noun."""
