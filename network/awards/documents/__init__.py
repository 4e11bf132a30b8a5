"""Documents of the jury: what it reads on paper, the protocol of its meeting."""
