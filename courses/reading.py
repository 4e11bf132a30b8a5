"""What course pages show: place in the course, neighbours, terms in the margin."""


def index_context(page, request) -> dict:
    return {}


def course_context(page, request) -> dict:
    return {}


def module_context(page, request) -> dict:
    return {}


def lesson_context(page, request) -> dict:
    return {}


def size_note(page) -> str:
    return ""
