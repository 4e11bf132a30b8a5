"""Samples of the award: a round in each phase and entries of invented libraries."""

from django.utils import timezone

from network.awards.demo.jury import make_juries
from network.awards.demo.rounds import make_rounds


def make_demo(*, password: str, say) -> None:
    """Rounds with their pages and entries, as far as the secretary brings them."""
    say("Entering sample projects for the award")
    at = timezone.now()
    make_rounds(password=password, at=at)
    make_juries(password=password, at=at)
