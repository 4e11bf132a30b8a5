"""What «My network» says of the award."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from network.awards.models import Entry
from network.awards.states import WRITABLE, EntryState
from network.members.home import Item, Section, register_section

ORDER = 40
WAITING = {EntryState.DRAFT, EntryState.RETURNED}


def build(user, request) -> Section | None:
    entries = list(
        Entry.objects.of_author(user)
        .exclude(state__in=[EntryState.PURGED, EntryState.WITHDRAWN])
        .select_related("round")
        .prefetch_related("repairs")
        .order_by("-created_at")[:20]
    )
    if not entries:
        return None
    waiting = [entry for entry in entries if entry.state in WAITING and _until(entry) >= timezone.now()]
    rest = [entry for entry in entries if entry not in waiting]
    return Section(
        title=_("Award"),
        items=tuple(_item(entry) for entry in rest),
        waiting=tuple(_item(entry) for entry in waiting),
        url=reverse("awards:mine"),
        action=_("My award entries"),
        code="awards",
    )


def _until(entry):
    repair = next((repair for repair in entry.repairs.all() if repair.answered_at is None), None)
    return repair.due_at if repair and entry.state == EntryState.RETURNED else entry.deadline_at


def _item(entry: Entry) -> Item:
    return Item(
        title=entry.project_title or _("An entry without a title yet"),
        url=reverse("awards:entry", args=[entry.reference]),
        kind=_("Award"),
        date=_until(entry) if entry.state in WRITABLE else None,
        facts=(entry.reference,),
        badge=entry.get_state_display(),
        tone="notice" if entry.state in WAITING else "",
    )


def register() -> None:
    register_section("awards", ORDER, build)
