"""What «My network» says to a juror."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.awards.jury_states import JurorState
from network.awards.models import Juror
from network.awards.queries.conflicts import unchecked
from network.awards.queries.reading_room import progress
from network.awards.states import Phase
from network.members.home import Item, Section, register_section

ORDER = 35
SHOWN = 5


def build(user, request) -> Section | None:
    jurors = list(
        Juror.objects.filter(user=user, state=JurorState.ACTIVE)
        .exclude(round__phase=Phase.RELEASED)
        .select_related("round")
        .order_by("-round__opens_at")[:SHOWN]
    )
    if not jurors:
        return None
    items = [(juror, *_item(juror)) for juror in jurors]
    return Section(
        title=_("Jury"),
        items=tuple(item for _juror, item, waits in items if not waits),
        waiting=tuple(item for _juror, item, waits in items if waits),
        url=reverse("jury:mine"),
        action=_("The jury's room"),
        code="awards-jury",
    )


def _item(juror: Juror) -> tuple[Item, bool]:
    """Her next step on one jury, and whether it waits for her."""
    round = juror.round
    page = round.page()
    text, waits, date = "", False, None
    left = unchecked(juror) if round.phase in {Phase.SCREENING, Phase.JUDGING} else 0
    if left:
        text, waits = _("Look at the names and say whom you know."), True
    elif round.phase == Phase.JUDGING:
        done, total = progress(juror)
        if done < total:
            text = ngettext("%(n)s review to submit", "%(n)s reviews to submit", total - done) % {
                "n": total - done
            }
            waits, date = True, round.judging_closes_at
    elif round.phase == Phase.DECIDING:
        text = _("The ranking is ready for the meeting.")
    item = Item(
        title=page.title if page else round.name,
        url=reverse("jury:check" if left else "jury:room", args=[round.code.lower()]),
        kind=_("Jury"),
        date=date,
        text=text,
        facts=(round.code,),
    )
    return item, waits


def register() -> None:
    register_section("awards-jury", ORDER, build)
