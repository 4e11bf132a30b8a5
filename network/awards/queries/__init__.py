"""Reads for one screen, as plain rows."""
