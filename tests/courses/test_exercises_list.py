"""The list of all exercises: where each leads, how it is narrowed, what it costs."""

import pytest

from courses.models import LessonPage
from network.content.models import Tag, TagLabel
from tests.factories.courses import exercise_block, home_of, items, lesson, uid

pytestmark = pytest.mark.django_db


def exercise(key, *, minutes=10, tags=(), targets=(), initiative="3.2", title=""):
    block = exercise_block("challenge.words", key=key)
    block["value"] |= {
        "title": title or key,
        "minutes": minutes,
        "tags": items(f"{key}/tags", *tags),
        "sdg": items(f"{key}/sdg", *targets),
        "initiative": initiative,
    }
    return block


def tag(code, label):
    found = Tag.objects.create(slug=code, name=code)
    TagLabel.objects.create(tag=found, language="ru", text=label)


@pytest.fixture
def three(db):
    tag("media", "СМИ")
    tag("youth", "молодёжь")
    return [
        lesson(exercise("one", tags=["media"], targets=["4.4"]), slug="l-1"),
        lesson(exercise("two", minutes=5, tags=["media", "youth"], targets=["4.4", "17.8"]), slug="l-2"),
        lesson(exercise("three", initiative="1.1"), slug="l-3"),
    ]


def titles(answer):
    return [row.title for row, _tags in answer.context["rows"]]


def test_each_exercise_leads_to_its_place_in_its_lesson(client, three):
    rows = client.get("/ru/exercises/").context["rows"]

    assert [row.url for row, _tags in rows] == [
        f"{page.url}#{uid(key)}" for page, key in zip(three, ("one", "two", "three"), strict=True)
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["one", "two", "three"]),
        ({"minutes": "5"}, ["two"]),
        ({"tag": "media"}, ["one", "two"]),
        ({"target": "17.8"}, ["two"]),
        ({"initiative": "1.1"}, ["three"]),
        ({"tag": "media", "minutes": "10"}, ["one"]),
        ({"tag": "youth", "initiative": "1.1"}, []),
        ({"minutes": "abc", "tag": "'; drop", "target": "99"}, ["one", "two", "three"]),
        ({"minutes": "", "tag": ""}, ["one", "two", "three"]),
    ],
)
def test_the_list_is_narrowed_by_what_is_asked(client, three, asked, found):
    assert titles(client.get("/ru/exercises/", asked)) == found


def test_filters_offer_only_what_occurs_with_words_and_counts(client, three):
    offered = client.get("/ru/exercises/").context["choices"]

    assert [(one.code, one.count) for one in offered["minutes"]] == [("5", 1), ("10", 2)]
    assert [(one.code, str(one.label), one.count) for one in offered["tag"]] == [
        ("youth", "молодёжь", 1),
        ("media", "СМИ", 2),
    ]
    assert [one.code for one in offered["target"]] == ["4.4", "17.8"]
    assert [one.code for one in offered["initiative"]] == ["1.1", "3.2"]


def test_nothing_that_fits_is_said_in_words(client, three):
    html = client.get("/ru/exercises/", {"tag": "youth", "initiative": "1.1"}).content.decode()

    assert "Таких заданий нет" in html


def test_an_exercise_without_translation_is_listed_with_its_language(client, three):
    home_of("en")
    lesson(exercise("one", title="First"), slug="l-1", language="en", key=three[0].translation_key)

    rows = client.get("/en/exercises/").context["rows"]

    assert [(row.title, row.lang) for row, _tags in rows] == [("First", ""), ("two", "ru"), ("three", "ru")]


def test_exercises_of_drafts_are_not_listed(client, three):
    LessonPage.objects.get(pk=three[0].pk).unpublish()

    assert titles(client.get("/ru/exercises/")) == ["two", "three"]


def test_an_empty_list_says_what_will_be_here(client):
    home_of()

    assert "Заданий пока нет" in client.get("/ru/exercises/").content.decode()


@pytest.mark.parametrize("lessons", [1, 28])
def test_the_list_takes_the_same_queries_at_any_length(client, django_assert_num_queries, lessons):
    tag("media", "СМИ")
    for number in range(lessons):
        lesson(exercise(f"e-{number}", tags=["media"]), slug=f"l-{number}")
    client.get("/ru/exercises/")

    with django_assert_num_queries(7):
        client.get("/ru/exercises/")
