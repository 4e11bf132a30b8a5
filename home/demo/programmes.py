"""Samples of each programme: rounds, applications, pairs, entries."""

from mentoring.demo import make_demo as make_mentoring


def make_programmes(*, password: str, say) -> None:
    """Each programme fills its own screens; see mentoring.demo, network.awards.demo, courses.demo."""
    make_mentoring(password=password, say=say)
