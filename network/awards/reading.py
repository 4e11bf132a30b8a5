"""What the public pages of the award show."""


def index_context(page, request) -> dict:
    return {}


def next_date_note(page) -> str:
    return ""


def award_context(page, request) -> dict:
    return {}


def round_context(page, request) -> dict:
    return {}


def laureate_context(page, request) -> dict:
    return {}
