"""Letters to jurors, and to the secretary and the chair about them."""

from network.awards.jury_states import READABLE, AssignmentState
from network.awards.models import Assignment, AwardRound, Conflict, Entry, Juror
from network.awards.notices.readers import reader, write
from network.members.notices import site_url
from network.members.roles import Role, members_of


def room_url(juror: Juror, language: str) -> str:
    return site_url("jury:room", juror.round.code.lower(), language=language)


def _title(round: AwardRound, language: str) -> str:
    page = round.page(language)
    return page.title if page else round.name


def _to_juror(template: str, juror: Juror, *, at, once_key=None, **context) -> None:
    if juror.user is None or not juror.user.is_active:
        return
    to = reader(juror.user)
    write(
        template,
        to,
        context={
            "juror": juror,
            "round": juror.round,
            "round_title": _title(juror.round, to.language),
            "url": room_url(juror, to.language),
            **context,
        },
        at=at,
        once_key=once_key,
    )


def _to_staff(
    template: str, round: AwardRound, *roles, at, path="awards_desk:jury", once_key=None, **context
) -> None:
    seen = set()
    for role in roles:
        for user in members_of(role):
            if user.pk in seen:
                continue
            seen.add(user.pk)
            to = reader(user)
            write(
                template,
                to,
                context={
                    "round": round,
                    "round_title": _title(round, to.language),
                    "url": site_url(path, round.code.lower(), language=to.language),
                    **context,
                },
                at=at,
                once_key=f"{once_key}:{user.pk}" if once_key else None,
            )


def welcome(juror: Juror, *, at) -> None:
    """What a juror does, when, and where."""
    _to_juror("juror_welcome", juror, at=at)


def joined(juror: Juror, *, at) -> None:
    _to_staff("juror_joined", juror.round, Role.AWARD_SECRETARY, at=at, juror=juror)


def left(juror: Juror, *, why: str, at) -> None:
    _to_staff("juror_left", juror.round, Role.AWARD_SECRETARY, Role.AWARD_CHAIR, at=at, juror=juror, why=why)


def assigned(juror: Juror, number: int, *, at) -> None:
    """New entries to read. No names and no titles: a letter passes many hands."""
    _to_juror("juror_assigned", juror, at=at, number=number)


def declared(conflict: Conflict, *, at) -> None:
    _to_staff(
        "conflict_declared", conflict.juror.round, Role.AWARD_CHAIR, at=at, conflict=conflict,
        entry=conflict.entry, juror=conflict.juror, path="awards_desk:conflicts",
    )  # fmt: skip


def conflict_decided(conflict: Conflict, *, at) -> None:
    """She is told the number only, and what it means for her."""
    _to_juror(
        "conflict_decided", conflict.juror, at=at, conflict=conflict, reference=conflict.entry.reference
    )


def below_minimum(entry: Entry, *, at) -> None:
    """An entry has fewer readers than it needs: the secretary is asked to choose a substitute."""
    readers = Assignment.objects.filter(entry=entry, state__in=READABLE).count()
    if readers >= entry.round.min_reviews:
        return
    _to_staff(
        "below_minimum", entry.round, Role.AWARD_SECRETARY, Role.AWARD_CHAIR, at=at, entry=entry, readers=readers,
    )  # fmt: skip


def unlocked(assignment: Assignment, *, why: str, at) -> None:
    juror = assignment.juror
    language = reader(juror.user).language if juror.user else "ru"
    url = site_url("jury:entry", assignment.entry.reference, language=language)
    _to_juror("review_unlocked", juror, at=at, why=why, reference=assignment.entry.reference, url=url)


def behind(juror: Juror, *, left: int, days: int, at, once_key: str) -> None:
    """So many reviews are still to be written; kindly, once for each date."""
    _to_juror("juror_behind", juror, at=at, left=left, days=days, once_key=once_key)


def missing_reviews(round: AwardRound, rows: list, *, at, once_key: str) -> None:
    """The secretary's morning: who still has which reviews to write."""
    _to_staff("missing_reviews", round, Role.AWARD_SECRETARY, at=at, rows=rows, once_key=once_key)


def still_to_write(juror: Juror) -> int:
    return juror.assignments.filter(state__in=READABLE - {AssignmentState.SUBMITTED}).count()
