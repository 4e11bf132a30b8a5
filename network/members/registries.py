"""What this floor must ask of the floors above without knowing them.

Each app fills the registries in its ``ready()``: how a person's data are
exported and erased, and what ties two people. A test covers every model that
points to a user.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser


@dataclass(frozen=True)
class PersonalData:
    """One part of a person's data.

    ``export(user)`` gives plain rows ready for JSON. ``erase(user, at=...)``
    deletes them, or leaves what must stay without the person in it, and says in
    a sentence what stayed, or nothing. ``covers`` are the labels of the models
    it answers for.
    """

    code: str
    title: object
    covers: tuple[str, ...]
    export: Callable[[AbstractBaseUser], list[dict]]
    erase: Callable[..., str | None]
    order: int = 100
    # Said before she erases herself: what stays of this part, and why. Empty when nothing does.
    stays: object = ""


@dataclass(frozen=True)
class Purpose:
    """What an invitation is for, in the reader's language, and where she goes on once she has accepted."""

    words: str
    url: str = ""


@dataclass(frozen=True)
class Tie:
    """A known tie between two people: its code and a sentence for those who judge conflicts."""

    code: str
    sentence: object


_personal_data: dict[str, PersonalData] = {}
_ties: dict[str, Callable] = {}
_accepting: dict[str, Callable] = {}
_purposes: dict[str, Callable] = {}


def register_personal_data(part: PersonalData) -> None:
    _personal_data[part.code] = part


def personal_data() -> list[PersonalData]:
    return sorted(_personal_data.values(), key=lambda part: (part.order, part.code))


def register_ties(code: str, find: Callable[..., list[Tie]]) -> None:
    """``find(one, other)`` gives the ties it knows between two users, in either order."""
    _ties[code] = find


def ties_between(one, other) -> list[Tie]:
    """Every known tie between two people, whoever is named first."""
    return [tie for code in sorted(_ties) for tie in _ties[code](one, other)]


def register_accepting(code: str, accept: Callable[..., None]) -> None:
    """``accept(invitation, user=, at=)`` is told of every accepted invitation, in its transaction.

    It looks at ``invitation.role`` and ``invitation.subject`` and does nothing for those of others.
    """
    _accepting[code] = accept


def accepting() -> list[Callable]:
    return [_accepting[code] for code in sorted(_accepting)]


def register_purpose(prefix: str, find: Callable[..., Purpose | None]) -> None:
    """``find(invitation)`` tells of invitations whose subject begins so."""
    _purposes[prefix] = find


def purpose_of(invitation) -> Purpose | None:
    for prefix, find in sorted(_purposes.items()):
        if invitation.subject.startswith(prefix):
            return find(invitation)
    return None
