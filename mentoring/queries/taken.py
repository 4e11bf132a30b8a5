"""Places of mentors that pairs and open offers hold."""

from django.db.models import Count

from mentoring.models import Pair


def places_taken(application_ids) -> dict[int, int]:
    """For each mentor's application the places taken; those with none are left out."""
    rows = (
        Pair.objects.live()
        .filter(mentor__in=list(application_ids))
        .values_list("mentor")
        .annotate(held=Count("pk"))
        .order_by()
    )
    return dict(rows)


def places_taken_in(round) -> dict[int, int]:
    """The same for every mentor of a round, in one query whatever their number."""
    rows = Pair.objects.live().filter(round=round).values_list("mentor").annotate(held=Count("pk")).order_by()
    return dict(rows)
