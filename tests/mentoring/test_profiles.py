"""A profile page alone says what was sent; what is not meant to be read is not on it."""

import pytest
from django.db import IntegrityError, transaction

from mentoring.answers import PRIVATE, STEPS, asked, missing, step_of
from mentoring.models import Application, MenteeProfilePage, MentorProfilePage
from mentoring.profile_fields import answers_of, fingerprint, institution_key
from network.content.models import SealedPageError
from tests.factories.mentoring import ANSWERS, MENTEE_ANSWERS, make_sent

pytestmark = pytest.mark.django_db
FULL = {
    "mentee": {
        "name_latin": "Aiperi Sadykova", "city": "Ош", "post": "библиотекарь", "stage": "new", "help_kinds": ["skill"],
        "giving_back": "Опыт села.", "contact_ways": ["video"], "library_wish": "other", "country_wish": "any",
        "prefers": ["0b5f8a9e-0000-4000-8000-000000000001"],
    },
    "mentor": {
        "name_latin": "Narine Sargsyan", "city": "Ереван", "post": "завотделом", "topics_taught": ["funding"],
        "stages_welcomed": ["new"], "library_types_welcomed": ["rural"], "countries_welcomed": ["KG"],
        "wishes": "Пусть пишет сама.", "experience": "Две пары.", "contact_ways": ["mail"],
    },
}  # fmt: skip


@pytest.mark.parametrize("side", ["mentee", "mentor"])
def test_a_profile_comes_back_from_its_page_alone(side):
    answers = {**ANSWERS[side], **FULL[side]}
    application = make_sent(side, **answers)
    model = {"mentee": MenteeProfilePage, "mentor": MentorProfilePage}[side]

    page = model.objects.get(title=application.reference)

    assert answers_of(page, side=side) == answers
    assert set(answers) == set(asked(side))
    assert (page.live, page.slug, page.get_parent().slug) == (False, application.reference.lower(), "intake")


def test_no_private_answer_has_a_field_on_a_profile():
    names = {
        field.name for model in (MenteeProfilePage, MentorProfilePage) for field in model._meta.get_fields()
    }

    assert names & {*PRIVATE, "equity", "cv"} == set()


def test_a_profile_is_never_published():
    page = make_sent().mentee_profile

    with pytest.raises(SealedPageError):
        page.publish()


@pytest.mark.parametrize("side", ["mentee", "mentor"])
def test_at_most_fourteen_answers_are_required_and_two_of_them_texts(side):
    from mentoring.consents import TO_APPLY
    from mentoring.queries.shown import TEXTS

    required = [name for step in STEPS[side] for name in step.required]

    assert len(required) + len(TO_APPLY) <= 14
    assert len(TEXTS & set(required)) <= 2


def test_optional_steps_come_last_but_for_time_and_wishes():
    codes = [step.code for step in STEPS["mentee"]]

    assert codes[-2:] == ["extras", "equity"]
    assert [step.code for step in STEPS["mentee"] if step.is_optional] == [
        "time",
        "wishes",
        "extras",
        "equity",
    ]


def test_missing_answers_are_named_with_their_steps():
    answers = {name: value for name, value in MENTEE_ANSWERS.items() if name not in {"topics", "success"}}

    found = [(step.code, name) for step, name in missing("mentee", answers)]

    assert found == [("topics", "topics"), ("question", "success")]


def test_no_places_is_an_answer_of_a_mentor():
    assert missing("mentor", {**ANSWERS["mentor"], "places": 0}) == []


def test_an_unknown_step_is_none():
    assert step_of("mentee", "places") is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Областная библиотека «Ала-Тоо»", "KG"), ("областная БИБЛИОТЕКА Ала-Тоо", "KG"), True),
        (("Библиотека №4", "KZ"), ("Библиотека № 4", "KZ"), False),
        (("Лёд", "RU"), ("лед", "RU"), True),
        (("Городская библиотека", "KG"), ("Городская библиотека", "KZ"), False),
    ],
)
def test_one_institution_has_one_key(one, other, same):
    assert (institution_key(*one) == institution_key(*other)) is same


def test_no_institution_has_no_key():
    assert institution_key(" — ", "KG") == ""


def test_a_fingerprint_does_not_depend_on_order():
    assert fingerprint({"a": 1, "b": [1, 2]}) == fingerprint({"b": [1, 2], "a": 1})
    assert fingerprint({"b": [1, 2]}) != fingerprint({"b": [2, 1]})


class TestConstraints:
    def test_one_application_a_side(self):
        one = make_sent()

        with pytest.raises(IntegrityError), transaction.atomic():
            Application.objects.create(
                round=one.round, side="mentee", person=one.person, language="ru",
                created_at=one.created_at, saved_at=one.saved_at,
            )  # fmt: skip

    @pytest.mark.parametrize(
        "change",
        [
            {"state": "eaten"},
            {"side": "friend"},
            {"reference": None},
            {"state": "declined"},
            {"decline_reason": "topic"},
            {"side": "mentor"},
        ],
        ids=str,
    )
    def test_what_must_always_hold_of_an_application(self, change):
        one = make_sent()

        with pytest.raises(IntegrityError), transaction.atomic():
            Application.objects.filter(pk=one.pk).update(**change)
