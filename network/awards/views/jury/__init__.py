"""What a juror meets. An entry that is not hers answers exactly like one that does not exist."""
