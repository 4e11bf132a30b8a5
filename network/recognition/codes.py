"""The short code of a certificate: eight signs that cannot be taken for one another, the last one a check."""

import random
from dataclasses import dataclass

# No I, L, O, U, 0 and 1.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8
# What a Cyrillic keyboard prints where a Latin letter is meant.
LOOKALIKES = str.maketrans("АВЕКМНРСТУХ", "ABEKMHPCTYX")


def make_code(chance: random.Random) -> str:
    """Twenty-two thousand million of them: not to be guessed."""
    body = "".join(chance.choice(ALPHABET) for _ in range(LENGTH - 1))
    return shown(body + _check(body))


def shown(code: str) -> str:
    return f"{code[:4]}-{code[4:]}"


@dataclass(frozen=True)
class Typed:
    """A code as somebody typed it. ``mistake`` is "", "length", "signs" or "check"."""

    code: str
    mistake: str = ""
    signs: str = ""


def read_code(text: str) -> Typed:
    signs = "".join(sign for sign in text.upper().translate(LOOKALIKES) if sign.isalnum())
    strange = "".join(dict.fromkeys(sign for sign in signs if sign not in ALPHABET))
    if strange:
        return Typed("", "signs", strange[:8])
    if len(signs) != LENGTH:
        return Typed("", "length")
    return Typed(shown(signs), "" if _check(signs[:-1]) == signs[-1] else "check")


def _check(body: str) -> str:
    """Luhn's sum over our alphabet: one wrong sign is always noticed, two exchanged neighbours nearly always."""
    base, total, factor = len(ALPHABET), 0, 2
    for sign in reversed(body):
        addend = factor * ALPHABET.index(sign)
        factor = 3 - factor
        total += addend // base + addend % base
    return ALPHABET[-total % base]
