"""What «My network» says of her applications."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mentoring.models import Application, MentoringRoundPage
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
    zone, now, titles = reader_zone(user), timezone.now(), _titles(applications)
    waiting, items = [], []
    for one in applications:
        step = next_step(one, zone=zone, at=now)
        item = Item(
            title=titles.get(one.round.page.translation_key, one.round.page.title),
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


def _titles(applications) -> dict:
    keys = [one.round.page.translation_key for one in applications]
    pages = MentoringRoundPage.objects.live().filter(
        translation_key__in=keys, locale__language_code=get_language()
    )
    return dict(pages.values_list("translation_key", "title"))
