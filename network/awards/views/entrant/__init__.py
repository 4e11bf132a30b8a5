"""What an entrant meets. A foreign entry answers exactly like one that does not exist."""
