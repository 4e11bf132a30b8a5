"""Rounds and entries for tests. What an action does, a factory does through the action."""

from datetime import UTC, date, datetime, timedelta

from wagtail.models import Locale, Page

from network.awards.actions.drafts import answer_eligibility, begin_entry, save_part
from network.awards.actions.screening import admit
from network.awards.actions.sending import submit
from network.awards.answers import digest
from network.awards.models import (
    AwardPage,
    AwardRound,
    AwardRoundPage,
    AwardsIndexPage,
    Criterion,
    Nomination,
)
from network.awards.questions import ELIGIBILITY, PARTS
from network.awards.states import Phase
from network.members.groups import make_groups
from network.members.models import Profile, User
from network.members.roles import Role, give_role

OPENS = datetime(2027, 1, 10, 9, 0, tzinfo=UTC)
DEADLINE = datetime(2027, 3, 1, 20, 59, tzinfo=UTC)
DURING = datetime(2027, 2, 1, 12, 0, tzinfo=UTC)
AFTER = DEADLINE + timedelta(days=1)

_numbers = iter(range(1, 1_000_000))


def person(name="Айпери Садыкова", *, language="ru", zone="Asia/Bishkek", role=None, email=None, **profile):
    """A member with a profile and, if asked, a role."""
    user = User.objects.create_user(
        email or f"person{next(_numbers)}@example.org", "a long enough password", name=name
    )
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    Profile.objects.create(user=user, name=name, letters_language=language, time_zone=zone, **profile)
    if role:
        make_groups()
        give_role(user, role)
    return user


def secretary(**kwargs):
    return person("Лусине Аветян", role=Role.AWARD_SECRETARY, **kwargs)


def chair(**kwargs):
    return person("Дмитрий Орлов", role=Role.AWARD_CHAIR, **kwargs)


def award_round(code="A27", *, phase=Phase.CALLED, **fields):
    """A round with two nominations and five criteria; its call is on unless said otherwise."""
    facts = {
        "name": "Мост года, 2027",
        "opens_at": OPENS,
        "deadline_at": DEADLINE,
        "release_at": DEADLINE + timedelta(days=90),
        "projects_from": date(2026, 1, 1),
        "projects_until": date(2026, 12, 31),
        "min_reviews": 3,
        **fields,
    }
    round = AwardRound(code=code, phase=phase, **facts)
    round.nominations = [
        Nomination(code="best", name="Лучший совместный проект"),
        Nomination(code="small", name="Малая библиотека"),
    ]
    round.criteria = [
        Criterion(code=code, name=code, weight=weight, required=required)
        for code, weight, required in (
            ("cooperation", 25, True),
            ("impact", 25, True),
            ("innovation", 15, False),
            ("inclusion", 15, False),
            ("transfer", 20, False),
        )
    ]
    round.save()
    return round


def round_page(round, *, language="ru", title="Мост года, 2027", live=True):
    """The page of a round under an award under the index, beside whatever the site has."""
    locale = Locale.objects.get_or_create(language_code=language)[0]
    home = Page.objects.filter(depth=2, slug="home").first() or Page.objects.get(depth=2, slug="welcome")
    index = AwardsIndexPage.objects.filter(locale=locale).first()
    if index is None:
        index = AwardsIndexPage(title="Премия", slug=f"awards-{language}", locale=locale)
        home.add_child(instance=index)
        index.add_child(instance=AwardPage(title="Мост года", slug="bridge", locale=locale))
    award = AwardPage.objects.child_of(index).first()
    page = AwardRoundPage(title=title, slug=round.code.lower(), round=round, locale=locale, live=live)
    award.add_child(instance=page)
    return page


def full_answers(**changes) -> dict:
    """Answers to every question, complete enough to be sent."""
    answers = {
        "project_title": "Книга через границу",
        "one_line": "Две сельские библиотеки читают одну книгу и переписываются о ней.",
        "nomination": "best",
        "starts": "2026-02-01",
        "ends": "2026-11-30",
        "entry_language": "ru",
        "languages": ["ru", "ky"],
        "summary": "Читатели двух сёл читали одну повесть и писали друг другу письма.",
        "summary_other": "",
        "organisation": "Районная библиотека Кочкора",
        "country": "KG",
        "city": "Кочкор",
        "library_type": "rural",
        "partners": [
            {"name": "Библиотека Дилижана", "country": "AM", "role": "Выбирала книги и вела переписку"}
        ],
        "team": [{"name": "Нарине Саакян", "part": "координатор", "organisation": "Библиотека Дилижана"}],
        "need": "Соседи читают разное и не знают друг о друге.",
        "cooperation": "Решали вместе, работали поровну.",
        "activities": "Шесть встреч, сорок писем, одна выставка.",
        "audience": [{"who": "Читатели", "planned": "60", "reached": "84", "source": "Формуляры"}],
        "results": "Сорок постоянных пар по переписке.",
        "innovation": "Письма от руки в библиотечных конвертах.",
        "inclusion": "Громкие чтения для тех, кто плохо видит.",
        "transfer": "Нужны книга, конверты и терпение.",
        "licence": "cc-by",
        "budget": "small",
        "funding": "Свои средства",
        "lessons": "Начать на месяц раньше.",
        "video": "https://video.example.org/1",
        "links": [
            {"title": "Заметка в районной газете", "url": "https://news.example.org/1", "date": "2026-06-01"}
        ],
        "voices": [{"text": "Я впервые получила письмо.", "who": "читательница"}],
        "contact_name": "Айпери Садыкова",
        "contact_email": "aiperi@example.org",
        "contact_phone": "",
        "signatory": "Б. Токтогулова, директор",
        "jury_ties": "",
        "true": True,
        "rights": True,
        "personal_data": True,
        "publication": True,
        "machine": True,
    }
    return {**answers, **changes}


def eligible(user, round, *, at=DURING):
    return answer_eligibility(round=round, answers={q.code: True for q in ELIGIBILITY}, by=user, at=at)


def draft(*, by=None, round=None, at=DURING, answers=None):
    """A draft with the given answers, or an empty one."""
    by, round = by or person(), round or award_round()
    eligible(by, round, at=at)
    entry = begin_entry(round=round, by=by, language="ru", at=at)
    if answers:
        write(entry, answers, by=by, at=at)
    return entry


def write(entry, answers, *, by, at=DURING):
    """Put answers into their parts."""
    for part in PARTS:
        values = {
            question.code: answers[question.code] for question in part.questions if question.code in answers
        }
        row = entry.parts.filter(code=part.code).first()
        base = {code: digest((row.data if row else {}).get(code)) for code in values}
        if values:
            save_part(entry=entry, code=part.code, values=values, base=base, by=by, at=at)


def sent(*, by=None, round=None, at=DURING, **changes):
    """An entry that was sent, and reread."""
    by = by or person()
    entry = draft(by=by, round=round, at=at, answers=full_answers(**changes))
    submit(entry=entry, by=by, at=at)
    entry.refresh_from_db()
    return entry


def admitted(*, by=None, round=None, at=DURING, screened_by=None, **changes):
    """An entry that the jury may read."""
    entry = sent(by=by, round=round, at=at, **changes)
    admit(
        entry=entry, words="", by=screened_by or secretary(), at=entry.round.deadline_at + timedelta(hours=1)
    )
    entry.refresh_from_db()
    return entry
