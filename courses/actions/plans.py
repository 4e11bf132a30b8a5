"""Plans as a whole: begun, named, chosen, put away, deleted."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from courses.models import Plan
from courses.rules import why_not_begin, why_not_change
from network.content.refusals import Refused
from network.members.history import record


@transaction.atomic
def create_plan(*, user, title: str, at: datetime) -> Plan:
    if sentence := why_not_begin(user, at=at):
        raise Refused(sentence)
    plan = Plan.objects.create(owner=user, title=title, created_at=at, chosen_at=at)
    record("begin_plan", plan, by=user, at=at)
    return plan


def held_plan(*, user, language: str, at: datetime, uuid: UUID | None = None) -> Plan:
    """The named plan or the one she chose last, locked; a first one is begun when she has none at work."""
    plans = Plan.objects.of(user).select_for_update(of=("self",))
    if uuid is not None:
        plan = plans.filter(uuid=uuid).first()
        if plan is None:
            raise Refused(_("There is no such plan."))
        return plan
    if plan := plans.at_work().first():
        return plan
    # Her first line begins it: no rule to ask, and the line itself is its history.
    with override(language):
        return Plan.objects.create(owner=user, title=_("My dialogue plan"), created_at=at, chosen_at=at)


def _held(plan: Plan, *, by, at: datetime) -> Plan:
    held = Plan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    if sentence := why_not_change(held, by=by, at=at):
        raise Refused(sentence)
    return held


@transaction.atomic
def rename_plan(*, plan: Plan, title: str, by, at: datetime) -> Plan:
    held = _held(plan, by=by, at=at)
    held.title = title
    held.save(update_fields=["title"])
    return held


@transaction.atomic
def choose_plan(*, plan: Plan, by, at: datetime) -> Plan:
    """From now on lessons write into this one."""
    held = _held(plan, by=by, at=at)
    held.chosen_at, held.archived_at = at, None
    held.save(update_fields=["chosen_at", "archived_at"])
    return held


@transaction.atomic
def archive_plan(*, plan: Plan, by, at: datetime) -> Plan:
    """Put away: it can be read and exported, and taken back."""
    held = _held(plan, by=by, at=at)
    held.archived_at = held.archived_at or at
    held.save(update_fields=["archived_at"])
    record("archive_plan", held, by=by, at=at)
    return held


def reopen_plan(*, plan: Plan, by, at: datetime) -> Plan:
    return choose_plan(plan=plan, by=by, at=at)


@transaction.atomic
def delete_plan(*, plan: Plan, by, at: datetime) -> None:
    """For good, with every version of every line."""
    held = _held(plan, by=by, at=at)
    record("delete_plan", held, by=by, at=at)
    held.delete()
