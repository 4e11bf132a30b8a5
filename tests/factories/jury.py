"""Juries for tests. What an action does, a factory does through the action."""

from datetime import timedelta

from network.awards.actions import jury as actions
from network.awards.actions.judging import close_judging, open_judging
from network.awards.actions.reviews import open_entry, save_review, submit_review
from network.awards.actions.rounds import close
from network.awards.models import Assignment, Juror
from network.members.actions import accept_invitation
from tests.factories.awards import DEADLINE, admitted, award_round, chair, person, round_page, secretary

CHECKING = DEADLINE + timedelta(days=3)
READING = DEADLINE + timedelta(days=7)
MEETING = DEADLINE + timedelta(days=40)
NAMES = (
    "Гульнара Исмаилова", "Олег Ковальчук", "Лейла Мамедова", "Тимур Рахимов", "Софья Белова", "Ануш Петросян", "Данияр Ахметов",
    "Нино Беридзе", "Алесь Мороз",
)  # fmt: skip


def juror(round, *, by=None, name="", at=CHECKING, languages=("ru",), max_load=None, user=None):
    """Somebody who was invited and accepted."""
    number = Juror.objects.filter(round=round).count()
    user = user or person(name or NAMES[number % len(NAMES)])
    row = actions.invite_juror(
        round=round, email=user.email, language="ru", max_load=max_load, by=by or secretary(), at=at
    )
    accept_invitation(invitation=row.invitation, by=user, at=at)
    row.refresh_from_db()
    row.languages = list(languages)
    row.save()
    return row


def checked(row, *, at=CHECKING, knows=()):
    """She has looked at the names; ``knows`` are entries she declared."""
    for entry in knows:
        actions.declare(juror=row, entry=entry, by=row.user, at=at)
    return actions.finish_check(juror=row, by=row.user, at=at)


def screened_round(*, entries=3, round=None, by=None, with_page=False, **changes):
    """A round whose call is over, with admitted entries of different people."""
    round = round or award_round()
    if with_page:
        round_page(round)
    screened_by = by or secretary()
    rows = [
        admitted(
            by=person(f"Автор {number}"),
            round=round,
            screened_by=screened_by,
            **{
                "project_title": f"Проект {number}",
                "team": [],
                "organisation": f"Читальня номер {number}",
                **changes,
            },
        )
        for number in range(1, entries + 1)
    ]
    close(round=round, by=screened_by, at=DEADLINE + timedelta(hours=2))
    round.refresh_from_db()
    return round, rows


def reading_round(*, entries=3, jurors=3, chaired_by=None, **kwargs):
    """A round whose jury reads: everybody has every entry."""
    round, rows = screened_round(entries=entries, **kwargs)
    people = [juror(round) for _ in range(jurors)]
    for one in people:
        checked(one)
    open_judging(round=round, by=chaired_by or chair(), at=READING)
    round.refresh_from_db()
    return round, rows, people


def scores(value=7, **others) -> dict:
    """The same score for each criterion of the factory's round, but for those named."""
    codes = ("cooperation", "impact", "innovation", "inclusion", "transfer")
    return {code: {"score": others.get(code, value), "why": ""} for code in codes}


def reading_of(row, entry) -> Assignment:
    return Assignment.objects.get(juror=row, entry=entry)


def review(row, entry, value=7, *, at=READING, submit=True, comment="", **others):
    """A review by this juror, submitted unless said otherwise."""
    assignment = reading_of(row, entry)
    open_entry(assignment=assignment, by=row.user, at=at)
    save_review(
        assignment=assignment, scores=scores(value, **others), comment=comment, private_note="", base=None,
        by=row.user, at=at,
    )  # fmt: skip
    if submit:
        return submit_review(assignment=assignment, by=row.user, at=at)
    return assignment.reviews.get(submitted_at__isnull=True)


def deciding_round(marks=((9, 9, 8), (7, 6, 7), (4, 5, 4)), *, chaired_by=None, **kwargs):
    """A round whose jury has read: ``marks`` are rows of entries, columns of jurors."""
    chaired_by = chaired_by or chair()
    round, rows, people = reading_round(
        entries=len(marks), jurors=len(marks[0]), chaired_by=chaired_by, **kwargs
    )
    for entry, of_entry in zip(rows, marks, strict=True):
        for one, value in zip(people, of_entry, strict=True):
            if value is not None:
                review(one, entry, value, comment=f"Отзыв {value}")
    close_judging(round=round, by=chaired_by, at=MEETING)
    round.refresh_from_db()
    return round, rows, people
