"""What the page of a lesson gives to whom: alike for strangers, filled for its learner."""

import brotli
import pytest
from django.contrib.staticfiles import finders

from tests.factories.courses import (
    exercise_block,
    fill,
    lesson,
    letter_block,
    plan_of,
    quiz_block,
    rating_block,
    reflection_block,
)
from tests.factories.members import make_member

pytestmark = pytest.mark.django_db
EVERYTHING = (
    "challenge.words",
    "theme.questions",
    "features.kind",
    "format.first_contact",
    "format.duration",
)


@pytest.fixture
def page_of_all():
    return lesson(
        exercise_block(*EVERYTHING), quiz_block(), quiz_block("quiz_multi", "many"), reflection_block(), rating_block(), letter_block()
    )  # fmt: skip


def test_strangers_get_one_and_the_same_page_without_token_or_cookie(client, page_of_all):
    first, second = client.get(page_of_all.url), client.get(page_of_all.url)

    html = first.content.decode()
    assert first.content == second.content
    assert dict(first.cookies) == {}
    assert [
        sign
        for sign in ("csrfmiddlewaretoken", 'method="post"', "held.js", "onclick", "style=")
        if sign in html
    ] == []


def test_a_strangers_page_carries_what_a_script_needs(client, page_of_all):
    html = client.get(page_of_all.url).content.decode()

    kinds = [
        kind
        for kind in ("exercise", "quiz", "reflection", "rating", "done")
        if f'data-learn="{kind}"' in html
    ]
    assert kinds == ["exercise", "quiz", "reflection", "rating", "done"]
    assert [slot for slot in EVERYTHING if f'data-slot="{slot}"' not in html] == []
    assert f'data-lesson="{page_of_all.translation_key}"' in html
    assert ("data-keeping" in html, 'data-fill="theme.title"' in html) == (True, True)


def test_a_learner_gets_forms_that_need_no_script(client, page_of_all):
    user = make_member()
    client.force_login(user)
    fill(plan_of(user), {"challenge.words": "Подростки уходят", "theme.title": "Первый проект"})

    html = client.get(page_of_all.url).content.decode()

    assert (html.count('action="/ru/my/answers/"'), "data-learn=" in html, "learn.js" in html) == (
        6,
        False,
        False,
    )
    assert "Подростки уходят</textarea>" in html
    assert "Первый проект" in html[html.index('class="letter"') :]


def test_queries_of_an_uncached_lesson(client, page_of_all, count_queries):
    client.get(page_of_all.url)
    with count_queries() as stranger:
        client.get(page_of_all.url)
    assert len(stranger) <= 12, stranger.sql


def test_every_script_of_a_lesson_together_takes_less_than_five_kilobytes():
    together = 0
    for name in ("site", "forms", "learn"):
        with open(finders.find(f"network/js/{name}.js"), "rb") as file:
            together += len(brotli.compress(file.read()))
    assert together <= 5_000


def test_scripts_hold_no_code_from_strings():
    for name in ("learn", "held", "copy"):
        with open(finders.find(f"network/js/{name}.js"), encoding="utf-8") as file:
            code = file.read()
        assert [
            word for word in ("innerHTML", "eval(", "new Function", "document.write") if word in code
        ] == []
