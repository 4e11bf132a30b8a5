"""Invented runs, offers and pairs: something on every screen of the matching desk and of pairs."""

import random
from datetime import datetime, timedelta

from mentoring.actions.pairs import agreement_sha256
from mentoring.matching import ENGINE, solve
from mentoring.models import (
    Concern,
    Goal,
    Meeting,
    Pair,
    PairNote,
    PrivateAnswers,
    Round,
    Run,
    Signature,
)
from mentoring.pair_states import MeetingState, PairState, RunState
from mentoring.queries.pool import pool_of, problem_of
from mentoring.sharing import Sharing
from mentoring.states import Phase
from network.members.history import record
from network.members.roles import Role, members_of

SEED = 2028
POLICY = {
    "goal": "everyone_first",
    "floor": 40,
    "country_cap": 30,
    "min_one_per_mentor": True,
    "keep_bonus": 0,
}
# State of each pair of the running round in turn, and how many meetings it has had.
STATES = (
    (PairState.ACTIVE, 3), (PairState.ACTIVE, 2), (PairState.OFFERED, 0), (PairState.ACTIVE, 4), (PairState.ACTIVE, 1),
    (PairState.ACCEPTED, 0), (PairState.ACTIVE, 2), (PairState.PAUSED, 1), (PairState.EXPIRED, 0), (PairState.ACTIVE, 3),
    (PairState.DECLINED, 0), (PairState.OFFERED, 0), (PairState.ACTIVE, 1), (PairState.ENDED_EARLY, 1),
    (PairState.ACTIVE, 2), (PairState.ACTIVE, 5),
)  # fmt: skip
GOALS = (
    ("Провести первую встречу с библиотекой-партнёром", "Письмо отправлено, день назначен"),
    ("Описать двадцать рукописных тетрадей", "Двадцать записей в каталоге"),
    ("Выступить на районном семинаре", "Тезисы приняты"),
    ("Написать заявку на небольшой грант", "Заявка прочитана двумя коллегами"),
)
NOTES = (
    "Познакомились. Договорились о двух целях, пишем по пятницам.",
    "Разобрали письмо партнёру: короче, без канцелярита, одна просьба.",
    "Посмотрели анкету для читателей. К следующей встрече — десять разговоров у выдачи.",
    "Решили не спешить с заявкой: сначала письмо поддержки от района.",
)


def make_pairs(rounds: list[Round], *, at: datetime) -> None:
    coordinator = members_of(Role.COORDINATOR).first()
    chance = random.Random(SEED)
    for round in rounds:
        if round.phase == Phase.MATCHING:
            make_run(round, RunState.DRAFT, by=coordinator, at=at - timedelta(hours=5))
        elif round.phase == Phase.RUNNING:
            run = make_run(round, RunState.PUBLISHED, by=coordinator, at=at - timedelta(days=75))
            make_running(run, chance, by=coordinator, at=at)
        elif round.phase == Phase.CLOSED:
            # Read as it was then: the pool of a closed round is the same, only its phase has moved on.
            run = make_run(round, RunState.PUBLISHED, by=coordinator, at=at - timedelta(days=380))
            make_completed(run, chance, by=coordinator)


def make_run(round: Round, state: str, *, by, at: datetime) -> Run:
    document = problem_of(
        pool_of(round, at=at), {**POLICY, "weights": {}, "locks": [], "forbid": [], "keep": []}
    )
    result = solve(document)
    run = Run.objects.create(
        round=round, number=1, state=state, policy=document["policy"], input=document, result=result,
        input_sha256=result["input_sha256"], engine=ENGINE, matched=result["matched"], total=result["total"],
        progress=100, made_by=by, made_at=at, finished_at=at + timedelta(seconds=2),
        published_at=at + timedelta(hours=1) if state == RunState.PUBLISHED else None,
    )  # fmt: skip
    record("make_run", run, by=by, at=at, after=state)
    return run


def make_running(run: Run, chance: random.Random, *, by, at: datetime) -> None:
    found = run.result["pairs"]
    for number, (row, (state, held)) in enumerate(zip(found, STATES, strict=False)):
        late = state in (PairState.OFFERED, PairState.DECLINED, PairState.EXPIRED)
        offered_at = at - timedelta(days=4 if state == PairState.OFFERED else 9 if late else 70)
        pair = make_pair(run, row, state, by=by, at=offered_at, number=number)
        if state != PairState.OFFERED and not late:
            work(pair, held, chance, number=number, at=at)
    ended = Pair.objects.filter(round=run.round, state=PairState.ENDED_EARLY).first()
    if ended:
        Pair.objects.filter(pk=ended.pk).update(
            end_reason="no-time", mentee_wants_another=True, ended_at=at - timedelta(days=6)
        )
    active = list(Pair.objects.filter(round=run.round, state=PairState.ACTIVE).order_by("pk"))
    if active:
        PairNote.objects.create(
            pair=active[0], by=by, at=at - timedelta(days=10),
            text="Созванивалась с наставницей: всё идёт хорошо, просит шаблон соглашения с партнёром.",
        )  # fmt: skip
        Concern.objects.create(
            pair=active[-1], round=run.round, by=active[-1].mentee.person, side="mentee",
            to_name=run.round.page.contact_name, reported_at=at - timedelta(days=1),
            text="На последней встрече меня просили перевести большой текст бесплатно. Мне неловко отказывать.",
            wishes="Подскажите, как сказать об этом спокойно.",
        )  # fmt: skip


def make_completed(run: Run, chance: random.Random, *, by) -> None:
    for number, row in enumerate(run.result["pairs"]):
        pair = make_pair(run, row, PairState.COMPLETED, by=by, at=run.published_at, number=number)
        work(pair, 4, chance, number=number, at=run.published_at + timedelta(days=140))
        Pair.objects.filter(pk=pair.pk).update(ended_at=run.published_at + timedelta(days=140))


def make_pair(run: Run, row: dict, state: str, *, by, at: datetime, number: int) -> Pair:
    numbers = {one["id"]: one["application"] for one in (*run.input["mentees"], *run.input["mentors"])}
    answers = {}
    if state not in (PairState.OFFERED, PairState.DECLINED, PairState.EXPIRED):
        answers = dict.fromkeys(("mentee_answer", "mentor_answer"), "yes")
        answers |= {
            "mentee_answered_at": at + timedelta(days=1),
            "mentor_answered_at": at + timedelta(days=2),
            "settled_at": at + timedelta(days=2),
        }
    elif state == PairState.OFFERED and number % 2 == 0:
        answers = {"mentee_answer": "yes", "mentee_answered_at": at + timedelta(days=1)}
    elif state == PairState.DECLINED:
        answers = {
            "mentor_answer": "no", "mentor_answered_at": at + timedelta(days=3), "decline_reason": "no-time",
            "ended_at": at + timedelta(days=3),
        }  # fmt: skip
    if state == PairState.EXPIRED:
        answers = {"mentee_answer": "yes", "mentee_answered_at": at, "ended_at": at + timedelta(days=7)}
    mentors = {one["id"]: one["application"] for one in run.input["mentors"]}
    pair = Pair.objects.create(
        round=run.round, mentee_id=numbers[row["mentee"]], mentor_id=mentors[row["mentor"]], state=state, run=run,
        score=row["score"], parts=row["parts"], shared=Sharing(run.input).of(row["mentee"], row["mentor"]),
        offered_at=at, offered_by=by, answer_by=at + timedelta(days=7), is_sample=True, **answers,
    )  # fmt: skip
    record("offer_pair", pair, by=by, at=at, after=PairState.OFFERED)
    for application, handle in (
        (pair.mentee, "Telegram: @mentee_sample"),
        (pair.mentor, "mentor-sample@demo.example"),
    ):
        PrivateAnswers.objects.get_or_create(application=application, defaults={"contact": handle})
    return pair


def work(pair: Pair, held: int, chance: random.Random, *, number: int, at: datetime) -> None:
    """Agreement, goals and meetings, the last of them some days ago, the next in some days."""
    text = pair.round.page.agreement
    for side, person in (("mentee", pair.mentee.person), ("mentor", pair.mentor.person)):
        if pair.state == PairState.ACCEPTED and side == "mentor":
            continue
        Signature.objects.create(
            pair=pair, side=side, person=person, text=text, version=pair.round.page.agreement_version, language="ru",
            sha256=agreement_sha256(text), signed_at=pair.settled_at + timedelta(days=1),
        )  # fmt: skip
    if pair.state != PairState.ACCEPTED:
        Pair.objects.filter(pk=pair.pk).update(
            begun_at=pair.settled_at + timedelta(days=2),
            paused_until=(at + timedelta(days=12)).date() if pair.state == PairState.PAUSED else None,
        )
    # One pair in four has been silent for long: the coordinator's list must show it.
    since = timedelta(days=50 if number % 5 == 4 else 9)
    for back in range(held):
        starts_at = (at - since - timedelta(days=14 * back)).replace(
            hour=14, minute=0, second=0, microsecond=0
        )
        starts_at = max(starts_at, pair.settled_at + timedelta(days=3 + back))
        Meeting.objects.create(
            pair=pair, state=MeetingState.HELD, starts_at=starts_at, minutes=60, time_zone="Europe/Moscow",
            place="Видеозвонок", note=NOTES[(number + back) % len(NOTES)], planned_by=pair.mentee.person,
            planned_at=starts_at - timedelta(days=4), logged_by=pair.mentee.person,
            logged_at=starts_at + timedelta(hours=3),
        )  # fmt: skip
    if pair.state == PairState.ACTIVE and number % 5 != 4:
        Meeting.objects.create(
            pair=pair, starts_at=(at + timedelta(days=3 + number % 4)).replace(hour=14, minute=0, second=0, microsecond=0),
            minutes=60, time_zone="Europe/Moscow", place="Видеозвонок", planned_by=pair.mentor.person,
            planned_at=at - timedelta(days=2),
        )  # fmt: skip
    if held:
        text, measure = chance.choice(GOALS)
        Goal.objects.create(
            pair=pair, text=text, measure=measure, written_by=pair.mentee.person,
            written_at=pair.settled_at + timedelta(days=4),
            state="reached" if pair.state == PairState.COMPLETED else "open",
        )  # fmt: skip
