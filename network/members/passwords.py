"""What makes a password good enough: length above all, no rules about kinds of signs."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

ALONE = 15
WITH_SECOND_FACTOR = 12
SHORTEST_REST = 5
# Words everybody here would think of first.
FIRST_GUESSES = (
    "библиотекарь", "библиотека", "наставничество", "наставник", "пароль", "диалог", "диалоги", "йцукен", "россия",
    "любовь", "привет", "librarian", "library", "dialogues", "dialogue", "mentoring", "mentor", "network", "password",
    "qwertyuiop", "qwerty", "welcome", "letmein", "admin", "iloveyou",
)  # fmt: skip


def has_second_factor(user) -> bool:
    from allauth.mfa.models import Authenticator

    return (
        bool(user and user.pk)
        and Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).exists()
    )


class LengthValidator:
    """Fifteen characters, or twelve for somebody who also signs in with a second factor."""

    def validate(self, password, user=None):
        least = WITH_SECOND_FACTOR if has_second_factor(user) else ALONE
        if len(password) < least:
            raise ValidationError(
                ngettext(
                    "Your password has %(has)d character; it needs at least %(least)d. A short sentence is a good one.",
                    "Your password has %(has)d characters; it needs at least %(least)d. A short sentence is a good one.",
                    len(password),
                ),
                code="password_too_short",
                params={"has": len(password), "least": least},
            )

    def get_help_text(self):
        return _(
            "At least %(least)d characters. A sentence you will remember is best; spaces are welcome."
        ) % {"least": ALONE}


class GuessableValidator:
    """Refuses what is only made of the first words one would try, of one sign again and again, or of digits."""

    def validate(self, password, user=None):
        letters = re.sub(r"[\W\d_]+", "", password.lower())
        for word in FIRST_GUESSES:
            letters = letters.replace(word, "")
        if len(set(password)) < SHORTEST_REST or len(letters) < SHORTEST_REST:
            raise ValidationError(
                _(
                    "This password is among the first that would be tried. Add words that only you would put together."
                ),
                code="password_guessable",
            )

    def get_help_text(self):
        return ""
