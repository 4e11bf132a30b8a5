"""Rounds and applications for tests. The clock of these rounds is NOW: both calls are open a fortnight around it."""

from datetime import datetime, timedelta

from wagtail.models import Locale, Page

from mentoring.actions.applications import begin_application, submit_application
from mentoring.consents import TO_APPLY
from mentoring.models import Application, MentoringPage, MentoringRoundPage, MentorsIndexPage, Round
from mentoring.states import Phase, Standing
from mentoring.vocabularies import TOPICS
from tests.factories.content import make_site
from tests.factories.members import NOW, make_member

ALL_TOPICS = [code for code, _label in TOPICS]
CONSENTED = {purpose.code for purpose in TO_APPLY}
ELIGIBLE = {"adult": "yes"}
QUESTION = {
    "code": "adult",
    "side": "both",
    "question": "Вам есть 18 лет?",
    "wanted": "yes",
    "explanation": "Приходите, когда исполнится.",
}

MENTEE_ANSWERS = {
    "name": "Айпери Садыкова",
    "country": "KG",
    "time_zone": "Asia/Bishkek",
    "institution_name": "Областная библиотека",
    "library_type": "regional",
    "years": "2-3",
    "languages": [{"code": "ky", "level": "fluent"}, {"code": "ru", "level": "working"}],
    "topics": ["funding", "campaigns"],
    "question": "Как найти партнёра?",
    "success": "Первое письмо отправлено.",
    "free_cells": ["mon-evening"],
}
MENTOR_ANSWERS = {
    "name": "Нарине Саркисян",
    "country": "AM",
    "time_zone": "Asia/Yerevan",
    "institution_name": "Национальная библиотека",
    "library_type": "national",
    "years": "11-20",
    "languages": [{"code": "ru", "level": "fluent"}],
    "topics": ["funding", "moderation"],
    "places": 2,
    "bio": "Двенадцать лет в международном отделе.",
    "free_cells": ["mon-evening"],
}
ANSWERS = {"mentee": MENTEE_ANSWERS, "mentor": MENTOR_ANSWERS}


def make_programme() -> MentoringPage:
    """The programme with its list of mentors, under a front page."""
    existing = MentoringPage.objects.filter(locale__language_code="ru").first()
    if existing:
        return existing
    home, _english = make_site()
    programme = Page.objects.get(pk=home.pk).add_child(
        instance=MentoringPage(
            title="Наставничество", slug="mentoring", locale=Locale.objects.get(language_code="ru")
        )
    )
    Page.objects.get(pk=programme.pk).add_child(
        instance=MentorsIndexPage(title="Наставники", slug="mentors", locale=programme.locale)
    )
    return MentoringPage.objects.get(pk=programme.pk)


def make_round(phase: str = Phase.MENTEE_CALL, *, at: datetime = NOW, **fields) -> Round:
    programme = make_programme()
    number = MentoringRoundPage.objects.count() + 1
    page = MentoringRoundPage(
        **{
            "title": f"Раунд {number}",
            "slug": f"round-{number}",
            "locale": programme.locale,
            "time_zone": "Europe/Moscow",
            "mentor_call_opens_at": at - timedelta(days=14),
            "mentor_deadline": at + timedelta(days=14),
            "mentee_call_opens_at": at - timedelta(days=7),
            "mentee_deadline": at + timedelta(days=14),
            "matching_on": (at + timedelta(days=30)).date(),
            "pairs_from": (at + timedelta(days=35)).date(),
            "pairs_until": (at + timedelta(days=155)).date(),
            "topics": ALL_TOPICS,
            "eligibility": [("question", QUESTION)],
            "agreement": "<p>Подопечный пишет первым.</p>",
            "contact_name": "Асель Токтогулова",
            "contact_email": "coordinator@example.org",
            **fields,
        }
    )
    Page.objects.get(pk=programme.pk).add_child(instance=page)
    Round.objects.filter(page=page).update(phase=phase)
    return Round.objects.select_related("page").get(page=page)


def make_draft(
    side: str = "mentee", *, round: Round | None = None, person=None, at: datetime = NOW, **answers
) -> Application:
    """A draft with everything answered; ``answers`` replace or, with None, take away."""
    round = round or make_round(at=at)
    person = person or make_member(name=answers.get("name") or ANSWERS[side]["name"])
    application = begin_application(
        round=round, side=side, person=person, eligibility=ELIGIBLE, language="ru", at=at
    )
    given = {name: value for name, value in {**ANSWERS[side], **answers}.items() if value is not None}
    Application.objects.filter(pk=application.pk).update(working_copy=given)
    application.refresh_from_db()
    return application


def make_sent(side: str = "mentee", *, at: datetime = NOW, **kwargs) -> Application:
    application = make_draft(side, at=at, **kwargs)
    submit_application(
        application=application, consented=CONSENTED, language="ru", by=application.person, at=at
    )
    application.refresh_from_db()
    return application


def make_accepted(side: str = "mentee", **kwargs) -> Application:
    application = make_sent(side, **kwargs)
    Application.objects.filter(pk=application.pk).update(state=Standing.ACCEPTED)
    application.refresh_from_db()
    return application


def make_mentee(**kwargs) -> Application:
    return make_accepted("mentee", **kwargs)


def make_mentor(**kwargs) -> Application:
    return make_accepted("mentor", **kwargs)
