"""People in the pool of a round, made directly and quickly, and pairs in every state. The clock is NOW."""

from datetime import timedelta
from itertools import count

from mentoring.free_time import minutes_of
from mentoring.models import Application, MenteeProfilePage, MentorProfilePage, Pair, PrivateAnswers, Round
from mentoring.pair_states import TOGETHER, PairState
from mentoring.profile_fields import institution_key
from mentoring.states import Phase, Standing
from network.content.models import add_sealed
from network.members.models import Profile
from network.members.roles import Role
from tests.factories.members import NOW, make_member
from tests.factories.mentoring import make_round

numbers = count(1)
RECORD = ("tier", "paused_until", "is_sample")


def matching_round(phase: str = Phase.MATCHING, **fields) -> Round:
    return make_round(phase, **fields)


def coordinator(**fields):
    return make_member(Role.COORDINATOR, name="Гульнара Координатор", **fields)


def mentee(round: Round, *, person=None, state=Standing.ACCEPTED, **fields) -> Application:
    """An accepted mentee; ``fields`` are of her profile, ``language`` that of her letters too."""
    return _application("mentee", round, person, state, fields)


def mentor(round: Round, *, person=None, state=Standing.ACCEPTED, **fields) -> Application:
    return _application("mentor", round, person, state, fields)


def _application(side, round, person, state, fields) -> Application:
    number = next(numbers)
    own = {name: fields.pop(name) for name in RECORD if name in fields}
    contact = fields.pop("contact", "")
    if person is None:
        person = make_member(name=fields.get("name") or f"{side} {number}")
        Profile.objects.filter(user=person).update(
            letters_language=fields.get("language", "ru"), time_zone=fields.get("time_zone", "Europe/Moscow")
        )
    Round.objects.filter(pk=round.pk).update(last_number=number)
    reference = f"{round.code}-{number:04}"
    page = _page(side, reference, number, {"name": person.name, **fields}, round)
    application = Application.objects.create(
        round=round,
        side=side,
        person=person,
        state=state,
        number=number,
        reference=reference,
        language=page.language,
        working_copy={"name": page.name},
        created_at=NOW - timedelta(days=20),
        saved_at=NOW - timedelta(days=19),
        first_sent_at=NOW - timedelta(days=19),
        sent_at=NOW - timedelta(days=19),
        **{f"{side}_profile": page},
        **own,
    )
    if contact:
        PrivateAnswers.objects.create(application=application, contact=contact)
    return application


def _page(side, reference, number, fields, round):
    values = {
        "language": "ru",
        "country": "KG" if side == "mentee" else "AM",
        "time_zone": "Europe/Moscow",
        "library_type": "city",
        "institution_name": f"Библиотека {number}",
        "city": f"Город {number}",
        "years": "2-3",
        "languages": [{"code": "ru", "level": "fluent"}],
        "topics": ["moderation"],
        **(
            {"question": f"Вопрос {number}", "success": "Ответ"}
            if side == "mentee"
            else {"bio": f"О себе {number}"}
        ),
        **fields,
    }
    page = (MenteeProfilePage if side == "mentee" else MentorProfilePage)(title=reference, **values)
    page.institution_key = institution_key(page.institution_name, page.country)
    if page.free_cells:
        page.free = minutes_of(page.free_cells, zone=page.time_zone, week_of=round.page.pairs_from)
    return add_sealed(page)


def pair(round=None, *, state=PairState.OFFERED, mentee_=None, mentor_=None, at=NOW, **fields) -> Pair:
    """A pair in a state, with the answers this state needs."""
    given = mentee_ or mentor_
    round = round or (given.round if given else matching_round(Phase.RUNNING))
    if state in (*TOGETHER, PairState.COMPLETED, PairState.ENDED_EARLY):
        fields = {
            "mentee_answer": "yes", "mentor_answer": "yes", "mentee_answered_at": at, "mentor_answered_at": at,
            "settled_at": at, **fields,
        }  # fmt: skip
    if state == PairState.DECLINED:
        fields = {"decline_reason": "no-time", "mentor_answer": "no", "mentor_answered_at": at, **fields}
    return Pair.objects.create(
        round=round,
        mentee=mentee_ or mentee(round),
        mentor=mentor_ or mentor(round),
        state=state,
        **{"offered_at": at, "answer_by": at + timedelta(days=7), "score": 60, **fields},
    )


def problem(mentees: list[dict], mentors: list[dict], **policy) -> dict:
    return {"policy": policy, "mentees": mentees, "mentors": mentors}
