"""Sample juries: seven jurors in the rounds that are read, decided or over; reviews, ties, a proposal, laureates."""

from datetime import datetime, timedelta

from django.db import transaction

from network.awards.actions import jury as actions
from network.awards.actions.certificates import give_certificates
from network.awards.actions.deciding import approve, propose
from network.awards.actions.judging import close_judging, open_judging
from network.awards.actions.release import release
from network.awards.actions.reviews import open_entry, save_review, submit_review
from network.awards.demo.jury_words import COMMENTS, DECIDED, JURORS, NOT_APPLICABLE, WAIVED
from network.awards.demo.translations import translate_laureates
from network.awards.jury_states import AssignmentState, ConflictState
from network.awards.models import Assignment, AwardRound, Entry, Juror
from network.awards.states import JUDGED, Outcome, Phase
from network.members.actions import accept_invitation, make_verified_member
from network.members.models import LanguageSkill, Profile, User
from network.members.roles import Role, members_of

HOUR = timedelta(hours=1)
# The rounds of demo.rounds that a jury has to do with, and how far each is brought.
ROUNDS = (("C26", Phase.JUDGING), ("D26", Phase.DECIDING), ("A25", Phase.RELEASED))


def make_juries(*, password: str, at: datetime) -> None:
    """One round, one transaction."""
    chair = members_of(Role.AWARD_CHAIR).first()
    secretary = members_of(Role.AWARD_SECRETARY).first()
    people = _people(password)
    for code, phase in ROUNDS:
        round = AwardRound.objects.filter(code=code, is_sample=True, phase=Phase.SCREENING).first()
        if round is None or chair is None or secretary is None:
            continue
        with transaction.atomic():
            _judge(round, phase, people, chair=chair, secretary=secretary, at=at)


def _people(password: str) -> list[User]:
    found = []
    for address, name, languages, _strictness in JURORS:
        user = make_verified_member(
            email=f"{address}@demo.example", name=name, password=password, is_sample=True
        )
        profile = Profile.objects.get(user=user)
        LanguageSkill.objects.bulk_create(
            (LanguageSkill(profile=profile, language=code, level="fluent") for code in languages),
            ignore_conflicts=True,
        )
        found.append(user)
    return found


def _judge(
    round: AwardRound, phase: str, people: list[User], *, chair: User, secretary: User, at: datetime
) -> None:
    start = round.deadline_at + timedelta(days=3)
    jurors = [_juror(round, user, chair=chair, by=secretary, at=start) for user in people]
    opens = max(start, round.judging_opens_at or start)
    open_judging(round=round, by=chair, at=opens)
    round.refresh_from_db()
    _read(round, jurors, is_whole=phase != Phase.JUDGING, at=opens)
    if phase == Phase.JUDGING:
        # Still open for a while, whatever day the samples are made on.
        AwardRound.objects.filter(pk=round.pk).update(judging_closes_at=at + timedelta(days=12))
        return
    closes = round.judging_closes_at
    close_judging(round=round, by=chair, at=closes)
    if phase == Phase.RELEASED:
        _decide(round, chair=chair, secretary=secretary, at=closes + timedelta(days=5))
        release(round=round, by=None, at=round.release_at)
        translate_laureates(round)
        give_certificates(round=round, at=round.release_at)
    else:
        AwardRound.objects.filter(pk=round.pk).update(release_at=at + timedelta(days=20))


def _juror(round: AwardRound, user: User, *, chair: User, by: User, at: datetime) -> Juror:
    juror = actions.invite_juror(round=round, email=user.email, name=user.name, language="ru", by=by, at=at)
    accept_invitation(invitation=juror.invitation, by=user, at=at)
    juror.refresh_from_db()
    # The third juror knows the people of the second entry; the fifth of the third, harmlessly.
    number = [address for address, *_rest in JURORS].index(user.email.partition("@")[0])
    entries = list(Entry.objects.filter(round=round, state__in=JUDGED).order_by("reference"))
    if number == 2 and len(entries) > 1:
        actions.declare(juror=juror, entry=entries[1], statement="", by=user, at=at)
    if number == 4 and len(entries) > 2:
        actions.declare(juror=juror, entry=entries[2], statement="", by=user, at=at)
    actions.finish_check(juror=juror, by=user, at=at)
    for conflict in juror.conflicts.filter(state__in=[ConflictState.DECLARED, ConflictState.FOUND]):
        verb = "waive" if number == 4 else "recuse"
        actions.decide_conflict(
            conflict=conflict, verb=verb, why=WAIVED if verb == "waive" else "", by=chair, at=at
        )
    return juror


def _read(round: AwardRound, jurors: list[Juror], *, is_whole: bool, at: datetime) -> None:
    """Scores from the entry's own quality and the juror's strictness: the same at every making."""
    for place, juror in enumerate(jurors):
        rows = Assignment.objects.filter(juror=juror, state=AssignmentState.ASSIGNED).select_related(
            "entry", "juror__user"
        )
        for number, assignment in enumerate(rows.order_by("order")):
            if not is_whole and (place + number) % 3 == 2:
                continue
            moment = at + (place + 1) * HOUR + number * timedelta(days=1)
            quality = 8 - int(assignment.entry.reference[-1]) % 4
            scores = _scores(round, quality, JURORS[place][3], place + number)
            open_entry(assignment=assignment, by=juror.user, at=moment)
            save_review(
                assignment=assignment, scores=scores, comment=COMMENTS[(place + number) % len(COMMENTS)],
                private_note="", base=None, by=juror.user, at=moment,
            )  # fmt: skip
            if is_whole or (place + number) % 3 == 0:
                submit_review(assignment=assignment, by=juror.user, at=moment + HOUR)


def _scores(round: AwardRound, quality: int, strictness: int, turn: int) -> dict:
    low, high = round.scale
    scores = {}
    for number, criterion in enumerate(round.criteria.all()):
        value = min(high, max(low, quality - strictness + (turn + number * 2) % 3 - 1))
        scores[criterion.code] = {"score": value, "why": ""}
        if not criterion.required and criterion.weight <= 15 and turn % 11 == 5 and number == 3:
            scores[criterion.code] = {"score": None, "na": True, "why": NOT_APPLICABLE}
    return scores


def _decide(round: AwardRound, *, chair: User, secretary: User, at: datetime) -> None:
    """In each nomination the first is a laureate; a second, where there is one, is commended."""
    ranking = round.rankings.first()
    order = [row["entry"] for row in ranking.result["entries"] if row["decided"]]
    for nomination in round.nominations.all():
        entries = sorted(
            Entry.objects.filter(round=round, nomination=nomination, state__in=JUDGED),
            key=lambda entry: order.index(entry.reference),
        )
        outcomes = (Outcome.LAUREATE, Outcome.COMMENDED)
        lines = {
            entry.reference: (outcome, DECIDED[outcome][entry.language], DECIDED["tie"])
            for entry, outcome in zip(entries, outcomes, strict=False)
        }
        decision = propose(
            round=round, nomination=nomination, lines=lines, words=DECIDED["words"], by=secretary, at=at
        )
        approve(decision=decision, by=secretary, at=at)
        approve(decision=decision, by=chair, at=at)
