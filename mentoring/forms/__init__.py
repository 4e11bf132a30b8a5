"""Reading what a browser sent. Forms parse and check, they never write."""
