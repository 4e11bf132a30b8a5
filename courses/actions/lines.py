"""Lines of a plan. A text that another device wrote meanwhile is never written over: the second one is kept beside."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from courses.events import Event, Outcome, Result
from courses.models import Plan, PlanValue, PlanValueVersion
from courses.rules import why_not_write
from courses.slots import BY_CODE
from courses.values import is_empty
from network.content.refusals import Refused

SIDE = "ours"
ORIGIN = ["lesson_key", "block_id", "prompt", "prompt_language", "revision_id"]
FIELDS = ["value", "language", "version", "updated_at", *ORIGIN]


class LineDesk:
    """The lines of some slots of one plan: decides in memory, writes at the end."""

    def __init__(self, plan: Plan, slots: set[str]):
        self.plan = plan
        self.rows = {row.slot: row for row in plan.values.filter(slot__in=slots, side=SIDE)}
        self.new, self.changed, self.versions = [], {}, []

    def take(self, event: Event) -> Outcome:
        row = self.rows.get(event.slot)
        if row is None:
            return self._add(event)
        if event.value == row.value:
            return self._kept(event, row)
        if event.base is None:
            # From a browser's own store: the newer text stands, the older one stays among the versions.
            is_mine_newer = event.at >= row.updated_at
        else:
            is_mine_newer = event.base == row.version
        return self._put(event, row) if is_mine_newer else self._beside(event, row)

    def _add(self, event: Event) -> Outcome:
        row = PlanValue(plan=self.plan, slot=event.slot, side=SIDE, version=0)
        if is_empty(event.value):
            return self._kept(event, row)
        self.rows[event.slot] = row
        self.new.append(row)
        return self._put(event, row)

    def _put(self, event: Event, row: PlanValue) -> Outcome:
        row.value, row.language, row.updated_at = event.value, event.language, event.at
        for name in ORIGIN:
            setattr(row, name, getattr(event, name))
        row.version += 1
        if row.pk:
            self.changed[row.pk] = row
        self._remember(event, version=row.version, is_beside=False)
        return self._kept(event, row)

    def _beside(self, event: Event, row: PlanValue) -> Outcome:
        if not is_empty(event.value) and not self._is_remembered(event):
            self._remember(event, version=row.version, is_beside=True)
        sentence = _("“%(slot)s” was written elsewhere meanwhile; both texts are kept.") % {
            "slot": BY_CODE[event.slot].label
        }
        return Outcome(str(event.uuid), Result.BESIDE, sentence, slot=event.slot, version=row.version)

    def _is_remembered(self, event: Event) -> bool:
        older = self.plan.versions.filter(slot=event.slot, side=SIDE).values_list("value", flat=True)
        return event.value in [
            *older,
            *(version.value for version in self.versions if version.slot == event.slot),
        ]

    def _remember(self, event: Event, *, version: int, is_beside: bool) -> None:
        self.versions.append(
            PlanValueVersion(
                plan=self.plan,
                slot=event.slot,
                side=SIDE,
                value=event.value,
                language=event.language,
                version=version,
                event=event.uuid,
                is_beside=is_beside,
                written_at=event.at,
                **{name: getattr(event, name) for name in ORIGIN},
            )
        )

    def _kept(self, event: Event, row: PlanValue) -> Outcome:
        return Outcome(str(event.uuid), Result.KEPT, slot=event.slot, version=row.version)

    def write(self) -> None:
        if self.new:
            PlanValue.objects.bulk_create(self.new)
        if self.changed:
            PlanValue.objects.bulk_update(self.changed.values(), FIELDS)
        if self.versions:
            PlanValueVersion.objects.bulk_create(self.versions)


@transaction.atomic
def restore_line(*, plan: Plan, version: PlanValueVersion, by, at: datetime) -> PlanValue:
    """Make an earlier text the current one; what stood there stays among the versions."""
    plan = Plan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    if sentence := why_not_write(plan, by=by, at=at):
        raise Refused(sentence)
    row = plan.values.filter(slot=version.slot, side=version.side).first()
    if row is not None and row.value == version.value:
        return row
    row = row or PlanValue(plan=plan, slot=version.slot, side=version.side, version=0)
    row.value, row.language, row.updated_at = version.value, version.language, at
    for name in ORIGIN:
        setattr(row, name, getattr(version, name))
    row.version += 1
    row.save()
    PlanValueVersion.objects.create(
        plan=plan,
        slot=row.slot,
        side=row.side,
        value=row.value,
        language=row.language,
        version=row.version,
        written_at=at,
        **{name: getattr(row, name) for name in ORIGIN},
    )
    return row
