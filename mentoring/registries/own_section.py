"""What «My network» says of her applications."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mentoring.models import Application
from mentoring.queries.rounds import local_titles
from mentoring.queries.standing import TONES, has_unsent, last_sent, next_step, pairs_of
from mentoring.rules.applications import why_not_save
from mentoring.states import Standing
from network.members.home import Item, Section, register_section
from network.members.queries import reader_zone

ORDER = 20
GONE = (Standing.WITHDRAWN, Standing.DECLINED)


def fill() -> None:
    register_section("mentoring", ORDER, build)


def build(user, request) -> Section | None:
    """Six queries, however many applications."""
    applications = list(
        Application.objects.filter(person=user)
        .select_related("round__page", "mentor_profile")
        .order_by("-created_at")[:10]
    )
    if not applications:
        return None
    zone, now = reader_zone(user), timezone.now()
    titles = local_titles([one.round for one in applications], get_language())
    pairs, sent = pairs_of(applications), last_sent(applications)
    waiting, items = [], []
    for one in applications:
        step = next_step(one, zone=zone, at=now, pairs=pairs[one.pk])
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
        if (
            one.state == Standing.SUBMITTED
            and has_unsent(one, sent.get(one.pk, {}))
            and not why_not_save(one, by=user, at=now)
        ):
            waiting.append(_changes(one, titles[one.round_id]))
    return Section(
        title=_("Mentoring"),
        items=tuple(items),
        waiting=tuple(waiting),
        url=reverse("mentoring:mine"),
        action=_("My mentoring"),
        code="mentoring",
    )


def _changes(application: Application, title: str) -> Item:
    """She changed what she had sent; until she sends it again nobody reads the new words."""
    return Item(
        title=_("Send your changes"),
        url=reverse("mentoring:check", args=[application.round.code, application.side]),
        kind=_("Mentoring"),
        date=application.round.page.deadline(application.side),
        text=title,
        facts=(application.reference,),
    )
