"""Samples of each programme: rounds, applications, pairs, entries."""

from mentoring.demo import make_demo as make_mentoring
from network.awards.demo import make_demo as make_awards


def make_programmes(*, password: str, say) -> None:
    """Each programme fills its own screens; see mentoring.demo, network.awards.demo, courses.demo."""
    make_mentoring(password=password, say=say)
    make_awards(password=password, say=say)
