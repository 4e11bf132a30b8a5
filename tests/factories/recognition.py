"""Certificates for tests: a programme that gives one to everybody but those it is told to refuse."""

from contextlib import contextmanager
from datetime import UTC, datetime

from network.recognition import programmes
from network.recognition.actions import issue
from network.recognition.programmes import Facts, Programme
from tests.factories.members import make_member

AT = datetime(2027, 1, 10, 9, 0, 0, 123456, tzinfo=UTC)
TITLES = {"ru": "Как вести библиотечный диалог", "en": "How to run a library dialogue"}


@contextmanager
def programme(code="test", *, refuses=None):
    """A programme that is known only meanwhile."""
    facts = Facts(TITLES, edition="2027", hours=12)
    made = Programme(code, "Certificate", lambda subject: facts, lambda user, subject, *, by, at: refuses)
    programmes._programmes[code] = made
    try:
        yield made
    finally:
        del programmes._programmes[code]


def certificate(holder=None, *, name="Айпери Садыкова", language="ru", at=AT, **fields):
    holder = holder or make_member(name=name)
    with programme():
        return issue(
            holder=holder, programme="test", name=name, language=language, by=holder, at=at, **fields
        )
