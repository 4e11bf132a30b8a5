"""HTTP: take the time, call one action or one query, answer. One module a noun."""
