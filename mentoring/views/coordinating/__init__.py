"""Offers, pairs and concerns as the coordinator sees them."""
