"""What «My network» says of her applications."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mentoring.models import Application
from mentoring.queries.rounds import local_titles
from mentoring.queries.standing import TONES, next_step
from mentoring.states import Standing
from network.members.home import Item, Section, register_section
from network.members.queries import reader_zone

ORDER = 20
GONE = (Standing.WITHDRAWN, Standing.DECLINED)


def fill() -> None:
    register_section("mentoring", ORDER, build)


def build(user, request) -> Section | None:
    """Four queries, however many applications."""
    applications = list(
        Application.objects.filter(person=user).select_related("round__page").order_by("-created_at")[:10]
    )
    if not applications:
        return None
    zone, now = reader_zone(user), timezone.now()
    titles = local_titles([one.round for one in applications], get_language())
    waiting, items = [], []
    for one in applications:
        step = next_step(one, zone=zone, at=now)
        item = Item(
            title=titles[one.round_id],
            url=reverse("mentoring:application", args=[one.round.code, one.side]),
            kind=_("Mentoring"),
            date=(one.changes_due_at or one.round.page.deadline(one.side)) if step.is_hers else None,
            text=step.sentence,
            facts=(one.reference,) if one.reference else (),
            badge=one.get_state_display(),
            tone=TONES[one.state],
        )
        (waiting if step.is_hers else items).append(item)
    return Section(
        title=_("Mentoring"),
        items=tuple(items),
        waiting=tuple(waiting),
        url=reverse("mentoring:mine"),
        action=_("My mentoring"),
        code="mentoring",
    )
