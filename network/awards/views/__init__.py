"""HTTP: take the time, call one action or query, answer."""
