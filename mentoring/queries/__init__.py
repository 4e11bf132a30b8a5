"""Reads, each for one screen or one rule. One module a noun."""
