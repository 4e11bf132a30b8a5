"""Jurors: invited, joined, gone; whom they know; what the chair decided."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext, override

from network.awards.actions.moving import lock_round
from network.awards.actions.reading import take_away
from network.awards.jury_states import CONFLICT_MOVES, JUROR, JUROR_MOVES, SYSTEM, ConflictState, JurorState
from network.awards.models import AwardRound, Conflict, Entry, Juror
from network.awards.notices import jurors as notices
from network.awards.noticing import noticed
from network.awards.queries.conflicts import entry_facts, juror_facts, ties_to
from network.awards.rules import jury as rules
from network.awards.states import CHAIR, JUDGED, SECRETARY
from network.content.refusals import Refused
from network.members.actions import invite
from network.members.history import record
from network.members.models import Invitation
from network.members.roles import Role

SUBJECT = "awards.jury:"


@transaction.atomic
def invite_juror(
    *,
    round: AwardRound,
    email: str,
    name: str = "",
    language: str,
    max_load: int | None = None,
    by,
    at: datetime,
) -> Juror:
    """Ask an address to join the jury; she is on it when she accepts."""
    round = lock_round(round)
    email = email.strip().lower()
    if sentence := rules.why_not_invite_juror(round, email, by=by, at=at):
        raise Refused(sentence)
    with override(language):
        about = about_words(round)
    invitation = invite(
        email=email,
        role=Role.JUROR,
        subject=f"{SUBJECT}{round.code}",
        language=language,
        about=about,
        by=by,
        at=at,
    )
    juror = Juror.objects.filter(round=round, email=email).first() or Juror(round=round, email=email)
    before = juror.state if juror.pk else ""
    juror.state, juror.invitation, juror.invited_by, juror.invited_at = JurorState.INVITED, invitation, by, at
    juror.name, juror.max_load, juror.declined_at = name or juror.name, max_load, None
    juror.save()
    record("awards.invite_juror", juror, by=by, at=at, before=before, after=juror.state)
    return juror


def about_words(round: AwardRound) -> str:
    page = round.page()
    return gettext("the jury of the award round “%(round)s”") % {"round": page.title if page else round.name}


def accept(invitation: Invitation, *, user, at: datetime) -> None:
    """Told of every accepted invitation; gives her the place it was for."""
    if not invitation.subject.startswith(SUBJECT):
        return
    juror = (
        Juror.objects.select_for_update(of=("self",))
        .select_related("round")
        .filter(invitation=invitation)
        .first()
    )
    if juror is None:
        return
    if sentence := rules.why_not_accept_place(juror, by=user, at=at):
        raise Refused(sentence)
    facts = juror_facts(user)
    juror.user, juror.accepted_at = user, at
    juror.name = juror.name or user.get_full_name()
    juror.organisation = juror.organisation or (facts.organisations[0] if facts.organisations else "")
    juror.languages = juror.languages or languages_of(user)
    _move(juror, "accept", whose=JUROR, by=user, at=at)
    find_conflicts(juror=juror, at=at)
    notices.welcome(juror, at=at)
    notices.joined(juror, at=at)


def languages_of(user) -> list[str]:
    profile = getattr(user, "profile", None)
    if profile is None:
        return []
    known = [skill.language for skill in profile.languages.all()]
    return known or [profile.letters_language]


def _move(juror: Juror, verb: str, *, whose, by, at: datetime, why: str = "") -> None:
    before = juror.state
    juror.state = JUROR_MOVES.target(verb, before, by=whose)
    juror.save()
    record(f"awards.juror_{verb}", juror, by=by, at=at, before=before, after=juror.state, why=why)


@transaction.atomic
def update_juror(
    *, juror: Juror, languages: list[str], max_load: int | None, name: str, by, at: datetime
) -> Juror:
    """What the sharing out of entries counts with; the secretary's to mend."""
    juror = Juror.objects.select_for_update(of=("self",)).get(pk=juror.pk)
    if sentence := rules.why_not_change_juror(juror, by=by, at=at):
        raise Refused(sentence)
    juror.languages, juror.max_load, juror.name = languages, max_load, name
    juror.save()
    record("awards.change_juror", juror, by=by, at=at)
    return juror


@transaction.atomic
def leave(*, juror: Juror, why: str, by, at: datetime) -> Juror:
    """She leaves, or declines; what she submitted stays and counts, what she only began does not."""
    juror = Juror.objects.select_for_update(of=("self",)).select_related("round").get(pk=juror.pk)
    if sentence := rules.why_not_leave(juror, by=by, at=at):
        raise Refused(sentence)
    whose = JUROR if juror.user_id == by.pk else SECRETARY
    if juror.state == JurorState.INVITED:
        juror.declined_at = at
        if juror.invitation_id:
            Invitation.objects.open(at=at).filter(pk=juror.invitation_id).update(revoked_at=at)
        _move(juror, "decline", whose=whose, by=by, at=at, why=why)
        return juror
    juror.left_at = at
    _move(juror, "leave", whose=whose, by=by, at=at, why=why)
    notices.left(juror, why=why, at=at)
    return juror


def find_conflicts(*, juror: Juror, at: datetime) -> int:
    """Note what names and the register tell of her and the entries before the jury; what she or the chair said stays."""
    if juror.user_id is None:
        return 0
    facts = juror_facts(juror.user)
    known = {conflict.entry_id: conflict for conflict in Conflict.objects.filter(juror=juror)}
    found = 0
    entries = (
        Entry.objects.filter(round=juror.round, state__in=JUDGED)
        .select_related("page")
        .prefetch_related("authors__user", "parts")
    )
    for entry in entries:
        reasons = [*noticed(facts, entry_facts(entry)), *ties_to(juror.user, entry)]
        conflict = known.get(entry.pk)
        if reasons and conflict is None:
            Conflict.objects.create(
                entry=entry, juror=juror, state=ConflictState.FOUND, reasons=reasons, found_at=at
            )
            found += 1
        elif (
            conflict
            and reasons != conflict.reasons
            and CONFLICT_MOVES.allows("find", conflict.state, by=SYSTEM)
        ):
            conflict.state = CONFLICT_MOVES.target("find", conflict.state, by=SYSTEM)
            conflict.reasons, conflict.found_at = reasons, at
            conflict.save()
            found += 1
    if found:
        record("awards.find_conflicts", juror, by=None, at=at, after=str(found))
    return found


@transaction.atomic
def declare(*, juror: Juror, entry: Entry, statement: str = "", by, at: datetime) -> Conflict:
    """One click: she knows them. The entry closes to her at once; the chair decides."""
    juror = Juror.objects.select_for_update(of=("self",)).select_related("round").get(pk=juror.pk)
    conflict = Conflict.objects.select_for_update(of=("self",)).filter(entry=entry, juror=juror).first()
    if conflict and conflict.state == ConflictState.DECLARED:
        if statement and juror.user_id == by.pk:
            conflict.statement = statement
            conflict.save(update_fields=["statement"])
        return conflict
    if sentence := rules.why_not_declare(juror, entry, by=by, at=at):
        raise Refused(sentence)
    before = conflict.state if conflict else ""
    conflict = conflict or Conflict(entry=entry, juror=juror)
    conflict.state, conflict.answered_at = ConflictState.DECLARED, at
    conflict.statement = statement or conflict.statement
    conflict.decided_at = conflict.decided_by = None
    conflict.save()
    record(
        "awards.declare_conflict", entry, by=by, at=at, before=before, after=conflict.state, juror=juror.pk
    )
    notices.declared(conflict, at=at)
    return conflict


@transaction.atomic
def finish_check(*, juror: Juror, by, at: datetime) -> Juror:
    """She has seen every name and knows nobody but those she declared."""
    juror = Juror.objects.select_for_update(of=("self",)).select_related("round", "user").get(pk=juror.pk)
    if sentence := rules.why_not_check(juror, by=by, at=at):
        raise Refused(sentence)
    find_conflicts(juror=juror, at=at)
    answered = Conflict.objects.filter(juror=juror).values("entry")
    left = Entry.objects.filter(round=juror.round, state__in=JUDGED).exclude(pk__in=answered)
    Conflict.objects.bulk_create(
        Conflict(entry=entry, juror=juror, state=ConflictState.CLEAR, answered_at=at) for entry in left
    )
    juror.checked_at = at
    juror.save(update_fields=["checked_at"])
    record("awards.check_conflicts", juror, by=by, at=at)
    return juror


@transaction.atomic
def decide_conflict(*, conflict: Conflict, verb: str, why: str = "", by, at: datetime) -> Conflict:
    """The chair's word: she steps aside, or may read in spite of the tie."""
    conflict = (
        Conflict.objects.select_for_update(of=("self",))
        .select_related("entry__round", "juror__user", "juror__round")
        .get(pk=conflict.pk)
    )
    if sentence := rules.why_not_decide_conflict(conflict, verb, by=by, at=at, why=why):
        raise Refused(sentence)
    before = conflict.state
    conflict.state = CONFLICT_MOVES.target(verb, before, by=CHAIR)
    conflict.decided_by, conflict.decided_at, conflict.why = by, at, why
    conflict.save()
    record(
        f"awards.{verb}_juror", conflict.entry, by=by, at=at, before=before, after=conflict.state, why=why,
        juror=conflict.juror_id,
    )  # fmt: skip
    if conflict.state == ConflictState.RECUSED:
        take_away(conflict, by=by, at=at)
    notices.conflict_decided(conflict, at=at)
    return conflict
