"""Samples of each programme: rounds, applications, pairs, entries."""


def make_programmes(*, password: str, say) -> None:
    """Each programme fills its own screens; see mentoring.demo, network.awards.demo, courses.demo."""
