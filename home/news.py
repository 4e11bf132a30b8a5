"""The next date of each programme, for the front page."""


def note_for(page) -> str:
    """What a page, of its own kind, says of itself beside a way in: its next date or its size; may be empty."""
    note = getattr(page, "next_date_note", None)
    return note() if note else ""
