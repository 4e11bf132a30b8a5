"""The matching desk of the coordinator."""
