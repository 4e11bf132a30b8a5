"""What people agree to: purposes with their texts. The floors above add their own in their ``ready()``.

A text is never changed: a new wording is a new version under the same code,
and what was agreed to stays provable by its hash.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override


@dataclass(frozen=True)
class Purpose:
    """One thing one may agree to.

    ``texts`` holds version and lazy text, oldest first. ``mandatory``: what it
    belongs to cannot be had without it. ``when_withdrawn`` says what then happens,
    ``withdrawn(consent, by=, at=)`` does it, in the same transaction.
    """

    code: str
    title: object
    texts: tuple[tuple[str, object], ...]
    mandatory: bool = False
    when_withdrawn: object = ""
    withdrawn: Callable | None = None

    @property
    def version(self) -> str:
        return self.texts[-1][0]

    @property
    def text(self):
        return self.texts[-1][1]

    def text_of(self, version: str):
        return dict(self.texts).get(version, "")


_purposes: dict[str, Purpose] = {}


def register_purpose(purpose: Purpose) -> Purpose:
    _purposes[purpose.code] = purpose
    return purpose


def purposes() -> list[Purpose]:
    return list(_purposes.values())


def purpose_of(code: str) -> Purpose | None:
    return _purposes.get(code)


def fingerprint(text, language: str) -> str:
    """SHA-256 of a text as it is shown in one language."""
    with override(language):
        return hashlib.sha256(str(text).encode()).hexdigest()


ACCOUNT = register_purpose(
    Purpose(
        code="account",
        title=_("Keeping your account"),
        texts=(
            (
                "2026-11",
                _(
                    "I agree that the association keeps my e-mail address and what I write in my profile, "
                    "so that I can use the network. I can see, take along and erase all of it at any time."
                ),
            ),
        ),
        mandatory=True,
    )
)
NEWS = register_purpose(
    Purpose(
        code="news",
        title=_("News by e-mail"),
        texts=(
            (
                "2026-11",
                _(
                    "I agree to receive news of the network by e-mail: new lessons, rounds and awards, once a month at most."
                ),
            ),
        ),
        when_withdrawn=_("No more news is sent to you from that moment."),
    )
)
