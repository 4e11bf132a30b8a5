"""Making the demo: people in bulk, their applications through the same steps as on the site, only without letters."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from mentoring.actions.applications import search_text
from mentoring.actions.mentors import list_mentor
from mentoring.demo.pairs import make_pairs
from mentoring.demo.people import LANDS
from mentoring.demo.rounds import ROUNDS, make_round, translate_round
from mentoring.demo.words import WORDS
from mentoring.free_time import DAYS
from mentoring.models import (
    Application,
    ApplicationSnapshot,
    CallNotice,
    MentorListing,
    MentorsIndexPage,
    PrivateAnswers,
    Round,
)
from mentoring.profile_fields import empty_page, fill_profile, fingerprint
from mentoring.states import Phase, Standing
from network.content.models import add_sealed
from network.members.models import LanguageSkill, Profile, User

SEED = 2027
# How many mentees and mentors each round has, and where their applications stand.
CROWDS = {
    Phase.CLOSED: (5, 4, {Standing.ACCEPTED: 1}),
    Phase.RUNNING: (16, 11, {Standing.ACCEPTED: 1}),
    Phase.MATCHING: (46, 27, {Standing.ACCEPTED: 1}),
    Phase.REVIEW: (
        9,
        6,
        {Standing.SUBMITTED: 5, Standing.NEEDS_CHANGES: 1, Standing.ACCEPTED: 2, Standing.WAITLISTED: 1},
    ),
    Phase.MENTEE_CALL: (3, 5, {Standing.SUBMITTED: 2, Standing.DRAFT: 1}),
    Phase.MENTOR_CALL: (0, 3, {Standing.SUBMITTED: 2, Standing.DRAFT: 1}),
}
# Mentees come from where mentors are few: the shortage the desk must show.
MENTEE_LANDS = [
    "KZ",
    "KG",
    "RU",
    "KZ",
    "UZ",
    "TJ",
    "AM",
    "KZ",
    "RU",
    "KG",
    "AZ",
    "BY",
    "KZ",
    "UZ",
    "GE",
    "RU",
    "TJ",
    "MD",
    "KZ",
    "KG",
]
MENTOR_LANDS = [
    "RU",
    "AM",
    "RU",
    "BY",
    "KG",
    "RU",
    "UZ",
    "AZ",
    "GE",
    "RU",
    "KZ",
    "MD",
    "RU",
    "AM",
    "BY",
    "RU",
    "KG",
    "AZ",
]
WANTED = list(WORDS)
SCARCE = ("cataloguing", "digitisation", "local-studies")


@transaction.atomic
def make_demo(*, password: str, say: Callable[[str], None], at: datetime | None = None) -> None:
    """Rounds in every phase; the one in matching with people enough to match."""
    at = at or timezone.now()
    if Round.objects.exists():
        return
    say("Mentoring: rounds and applications")
    chance = random.Random(SEED)
    rounds = [make_round(number, at=at) for number in range(len(ROUNDS))]
    for number, round in enumerate(rounds):
        translate_round(number, round)
    crowd = Crowd(password, chance, at)
    for round in rounds:
        if round.phase in CROWDS:
            fill_round(round, crowd, at=at)
    list_mentors(crowd)
    apply_as_member(rounds, at=at)
    make_pairs(rounds, at=at)
    CallNotice.objects.create(
        email="reader@demo.example", side="mentee", language="ru", consent_version="2026-11", asked_at=at
    )


class Crowd:
    """People made as they are needed; mentors stay from round to round, mentees come once."""

    def __init__(self, password: str, chance: random.Random, at: datetime):
        self.hash, self.chance, self.at = make_password(password), chance, at
        self.made = 0
        self.used: dict[str, int] = {}

    def person(self, land) -> tuple[User, str, str]:
        """A user with her name in her script and in Latin letters."""
        taken = self.used.get(land.code, 0)
        self.used[land.code] = taken + 1
        name, latin = land.names[taken % len(land.names)]
        if taken >= len(land.names):  # the list begins again: another family name
            alike = [pair for pair in land.names if _ends_in_a(pair[0]) == _ends_in_a(name)]
            other, other_latin = alike[(taken * 3 + 1) % len(alike)]
            name = f"{name.split()[0]} {other.split()[-1]}"
            latin = f"{latin.split()[0]} {other_latin.split()[-1]}" if latin and other_latin else ""
        self.made += 1
        email = f"sample{self.made:03}@demo.example"
        name = f"{name} {_marked(name)}"
        user = User.objects.create(email=email, name=name, password=self.hash, date_joined=self.at)
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
        return user, name, latin


def _ends_in_a(name: str) -> bool:
    """Slavic family names follow the person: Панин is a man, Панина a woman."""
    return name[-1] in "аяa"


def _marked(name: str) -> str:
    """That she is invented, in a word beside her name that fits its letters."""
    return "(образец)" if any("а" <= letter <= "я" for letter in name.lower()) else "(sample)"


def fill_round(round: Round, crowd: Crowd, *, at: datetime) -> None:
    mentees, mentors, states = CROWDS[round.phase]
    cycle = [state for state, number in states.items() for _ in range(number)]
    for side, number, lands in (("mentor", mentors, MENTOR_LANDS), ("mentee", mentees, MENTEE_LANDS)):
        for turn in range(number):
            land = LANDS[lands[turn % len(lands)]]
            answers, user = answers_for(side, land, turn, crowd)
            state = (
                cycle[turn % len(cycle)]
                if side == "mentee" or round.phase != Phase.MATCHING
                else Standing.ACCEPTED
            )
            make_application(round, side, user, answers, state, at=at)


def answers_for(side: str, land, turn: int, crowd: Crowd) -> tuple[dict, User]:
    chance = crowd.chance
    user, name, latin = crowd.person(land)
    library, kind, town = land.libraries[turn % len(land.libraries)]
    languages = land.languages[turn % len(land.languages)]
    if land.code == "KZ" and side == "mentee" and turn % 4:
        languages = (("kk", "fluent"), ("ru", "basic"))
    answers = {
        "name": name,
        "name_latin": latin,
        "country": land.code,
        "city": town,
        "time_zone": land.zone,
        "institution_name": library,
        "library_type": kind,
        "post": "библиотекарь" if side == "mentee" else "заведующая отделом",
        "languages": [{"code": code, "level": level} for code, level in languages],
        "free_cells": _free(chance),
        "contact_ways": chance.sample(["video", "voice", "messenger", "mail"], k=2),
    }
    answers |= _mentee(land, turn, chance) if side == "mentee" else _mentor(turn, chance)
    profile = Profile.objects.create(
        user=user, name=name, name_latin=latin, country=land.code, city=town, time_zone=land.zone, is_sample=True,
        institution_name=library, post=answers["post"], letters_language="ru",
    )  # fmt: skip
    LanguageSkill.objects.bulk_create(
        LanguageSkill(profile=profile, language=code, level=level, rank=rank)
        for rank, (code, level) in enumerate(languages)
    )
    return {key: value for key, value in answers.items() if value}, user


def _free(chance: random.Random) -> list[str]:
    """Evenings of some days, and a part of the weekend for some; one in seven does not say."""
    if chance.random() < 0.14:
        return []
    days = chance.sample([code for code, _label in DAYS[:5]], k=3)
    cells = [f"{day}-{chance.choice(['afternoon', 'evening', 'evening'])}" for day in days]
    return cells + (["sat-morning"] if chance.random() < 0.5 else [])


def _mentee(land, turn: int, chance: random.Random) -> dict:
    first = SCARCE[turn % 3] if land.code == "KZ" and turn % 4 else WANTED[turn % len(WANTED)]
    others = chance.sample([code for code in WANTED if code != first], k=2)
    if land.code == "KZ" and turn % 4:
        others = [code for code in SCARCE if code != first]
    question, success, _bio = WORDS[first]
    return {
        "years": chance.choice(["0-1", "2-3", "2-3", "4-5", "6-10"]),
        "stage": chance.choice(["new", "new", "student", "experienced"]),
        "topics": [first, *others],
        "help_kinds": chance.sample(["skill", "project", "career", "leadership"], k=2),
        "question": question,
        "success": success,
        "library_wish": chance.choice(["any", "any", "same", "other"]),
        "country_wish": chance.choice(["any", "other"]),
    }


def _mentor(turn: int, chance: random.Random) -> dict:
    first = WANTED[(turn * 2 + 2) % len(WANTED)]
    offered = [
        first,
        *chance.sample([code for code in WANTED if code != first and code != "cataloguing"], k=3),
    ]
    return {
        "years": chance.choice(["6-10", "11-20", "11-20", "20+"]),
        "topics": offered,
        "topics_taught": [first],
        "places": chance.choice([1, 1, 2, 2, 3]),
        "bio": WORDS[first][2],
        "experience": chance.choice(
            ["", "Две пары в прошлых раундах.", "Наставница практикантов в своей библиотеке."]
        ),
    }


def make_application(
    round: Round, side: str, user: User, answers: dict, state: str, *, at: datetime
) -> Application:
    """As the actions would leave it. Letters, history and consents of every sample would only be noise."""
    began = min(at, round.page.deadline(side)) - timedelta(days=9)
    application = Application(
        round=round, side=side, person=user, state=state, language="ru", working_copy=answers, is_sample=True,
        eligibility={"library": "yes", "adult": "yes", "hour": "yes"}, created_at=began, saved_at=began,
    )  # fmt: skip
    if state == Standing.DRAFT:
        answers.pop("success", None)
        application.save()
        return application
    round.last_number += 1
    Round.objects.filter(pk=round.pk).update(last_number=round.last_number)
    application.number, application.reference = round.last_number, f"{round.code}-{round.last_number:04}"
    application.first_sent_at = application.sent_at = began + timedelta(days=round.last_number % 7, hours=3)
    if state in (Standing.ACCEPTED, Standing.WAITLISTED):
        application.decided_at = application.sent_at + timedelta(days=2)
    if state == Standing.NEEDS_CHANGES:
        application.asked_steps, application.changes_due_at = ["question"], at + timedelta(days=6)
    page = empty_page(side)
    fill_profile(page, answers, side=side, language="ru", week_of=round.page.pairs_from)
    page.title = application.reference
    add_sealed(page)
    setattr(application, f"{side}_profile", page)
    application.search_text = search_text(application)
    application.save()
    ApplicationSnapshot.objects.create(
        application=application, number=1, answers=answers, language="ru", sha256=fingerprint(answers),
        sent_at=application.sent_at,
    )  # fmt: skip
    if round.last_number % 9 == 0:
        PrivateAnswers.objects.create(
            application=application,
            avoid="Коллега, с которой мы раньше работали вместе.",
            accessibility="Нужны субтитры.",
        )
    return application


def list_mentors(crowd: Crowd) -> None:
    """Some mentors of the present rounds agreed to be listed."""
    if not MentorsIndexPage.objects.exists():
        return
    mentors = Application.objects.mentors().filter(
        round__phase__in=[Phase.MENTEE_CALL, Phase.MATCHING],
        state__in=[Standing.SUBMITTED, Standing.ACCEPTED],
    )
    for one in mentors.select_related("person").order_by("pk")[:12]:
        list_mentor(application=one, language="ru", by=one.person, at=crowd.at)
    # Some mentees of the round in matching named one of them.
    keys = [str(key) for key in MentorListing.objects.values_list("key", flat=True)]
    wishing = (
        Application.objects.mentees().filter(round__phase=Phase.MATCHING).select_related("mentee_profile")
    )
    for number, one in enumerate(wishing.order_by("pk")[:20]):
        page = one.mentee_profile
        page.prefers = [keys[number % len(keys)]]
        page.save(update_fields=["prefers"])


def apply_as_member(rounds: list[Round], *, at: datetime) -> None:
    """The sample member has a draft in the open call, so that her screens are not empty."""
    member = User.objects.filter(email="member@demo.example").first()
    calling = next((round for round in rounds if round.phase == Phase.MENTEE_CALL), None)
    if member is None or calling is None:
        return
    question, _success, _bio = WORDS["finding-partners"]
    answers = {
        "name": member.name, "country": "KG", "city": "Ош", "time_zone": "Asia/Bishkek",
        "institution_name": "Областная библиотека «Ала-Тоо»", "library_type": "regional", "years": "2-3",
        "languages": [{"code": "ky", "level": "fluent"}, {"code": "ru", "level": "fluent"}],
        "topics": ["finding-partners", "funding"], "question": question,
    }  # fmt: skip
    make_application(calling, "mentee", member, answers, Standing.DRAFT, at=at)
