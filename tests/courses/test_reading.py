"""Reading: the place in the course, the neighbours, the terms, the languages, other looks, counted queries."""

import json
import re

import pytest
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Locale, Page

from courses.models import CoursePage, GlossaryTerm, LessonPage, ModulePage
from network.content.models import SiteTexts
from network.content.models.texts import MenuLink
from tests.factories.content import locale
from tests.factories.courses import course, exercise_block, home_of, items, lesson, quiz_block, uid

pytestmark = pytest.mark.django_db


def prose(*terms, key="prose", text="<p>Диалог — это разговор.</p>"):
    return {"type": "prose", "id": uid(key), "value": {"text": text, "terms": items(key, *terms)}}


def term(code="mentor", language="ru", title="Наставник", short="Помогает расти."):
    return GlossaryTerm.objects.create(
        code=code,
        title=title,
        short=short,
        long="<p>Подробно.</p>",
        locale=locale(language),
        translation_key=uid("term", code),
    )


def module(of, number):
    page = ModulePage(
        title=f"Модуль {number}",
        slug=f"m-{number}",
        locale=of.locale,
        translation_key=uid(of.slug, "module", number),
    )
    CoursePage.objects.get(pk=of.pk).add_child(instance=page)
    return ModulePage.objects.get(pk=page.pk)


def place(parent, number, *blocks, title="", key=None):
    """A published lesson in this module."""
    page = LessonPage(
        title=title or f"Урок {number}",
        slug=f"lesson-{number}",
        locale=parent.locale,
        translation_key=key or uid("placed", parent.translation_key, number),
    )
    page.body = LessonPage._meta.get_field("body").to_python(list(blocks))
    ModulePage.objects.get(pk=parent.pk).add_child(instance=page)
    page.save_revision().publish()
    return LessonPage.objects.get(pk=page.pk)


def whole_course(lessons=4):
    """A course of two modules with this many lessons in all."""
    top = course()
    first = ModulePage.objects.child_of(top).get()
    second = module(top, 2)
    half = lessons // 2
    return [
        place(first if n < half else second, n, prose(), exercise_block("challenge.words"))
        for n in range(lessons)
    ]


def test_a_lesson_stands_between_its_neighbours_across_modules(client):
    lessons = whole_course()

    answer = client.get(lessons[1].url)

    assert answer.context["place"].lesson.number == "1.2"
    assert answer.context["previous"].label == "1.1 Урок 0"
    assert answer.context["next"].label == "2.1 Урок 2"


def test_the_first_and_the_last_lesson_have_one_neighbour(client):
    lessons = whole_course()

    first, last = client.get(lessons[0].url), client.get(lessons[-1].url)

    assert (first.context["previous"], last.context["next"]) == (None, None)


def test_the_contents_say_where_the_reader_is(client):
    lessons = whole_course()

    html = client.get(lessons[2].url).content.decode()

    assert re.findall(r'<a href="([^"]+)" aria-current="page"', html) == [lessons[2].url]


def test_lessons_of_a_module_that_is_not_published_are_not_listed(client):
    lessons = whole_course()
    ModulePage.objects.get(pk=lessons[2].get_parent().pk).unpublish()

    answer = client.get(lessons[0].url)

    assert [one.title for one in answer.context["outline"].lessons] == ["Урок 0", "Урок 1"]


def test_a_term_is_explained_in_the_margin(client):
    term()
    page = lesson(prose("mentor"))

    html = client.get(page.url).content.decode()

    assert 'href="/ru/glossary/#mentor">Наставник</a>' in html
    assert "Помогает расти." in html


def test_a_term_that_is_not_translated_is_shown_in_its_language_with_the_mark(client):
    term()
    page = lesson(prose("mentor"), language="en")

    html = client.get(page.url).content.decode()

    assert '<a href="/en/glossary/#mentor" lang="ru">Наставник</a>' in html
    assert '<p lang="ru">Помогает расти.</p>' in html


def test_a_term_that_the_glossary_no_longer_holds_is_left_out(client):
    page = lesson(prose("gone"))

    assert "margin-note" not in client.get(page.url).content.decode()


def test_a_lesson_without_translation_keeps_its_place_with_its_language(client):
    russian = whole_course()
    key = russian[0].get_parent().get_parent().translation_key
    top = course(language="en", title="Library dialogue")
    CoursePage.objects.filter(pk=top.pk).update(translation_key=key)
    english_module = ModulePage.objects.child_of(top).get()
    translated = place(english_module, 0, title="First lesson", key=russian[0].translation_key)

    outline = client.get(translated.url).context["outline"]

    shown = [(one.title, one.lang) for one in outline.lessons]
    assert shown == [("First lesson", ""), ("Урок 1", "ru"), ("Урок 2", "ru"), ("Урок 3", "ru")]


def test_moving_a_lesson_in_the_source_moves_it_for_every_reader(client):
    russian = whole_course()
    key = russian[0].get_parent().get_parent().translation_key
    top = course(language="en")
    CoursePage.objects.filter(pk=top.pk).update(translation_key=key)
    english = place(ModulePage.objects.child_of(top).get(), 0, title="First", key=russian[0].translation_key)
    Page.objects.get(pk=russian[0].pk).move(Page.objects.get(pk=russian[1].pk), pos="right")

    outline = client.get(english.url).context["outline"]

    assert [one.title for one in outline.modules[0].lessons] == ["Урок 1", "First"]


def test_minutes_of_reading_and_of_the_exercise_are_said_apart(client):
    page = lesson(prose(text="<p>" + "слово " * 301 + "</p>"), exercise_block("challenge.words"))

    html = client.get(page.url).content.decode()

    assert (page.reading_minutes, page.exercise_minutes) == (3, 10)
    assert "3 минуты чтения" in html
    assert "10 минут на задание" in html


@pytest.mark.parametrize("look", ["facilitator", "exercise"])
def test_other_looks_of_a_lesson_are_open_to_everybody(client, look):
    page = lesson(prose(), exercise_block("challenge.words"), quiz_block())

    answer = client.get(page.url, {"view": look})

    assert answer.status_code == 200
    assert answer.templates[0].name == f"courses/lesson_{look}.html"
    assert "<textarea" not in answer.content.decode()


def test_an_unknown_look_is_the_lesson_itself(client):
    page = lesson(prose())

    assert client.get(page.url, {"view": "../etc"}).templates[0].name == "courses/lesson_page.html"


def test_the_sheet_has_lines_to_write_on_for_each_line_of_the_plan(client):
    page = lesson(exercise_block("challenge.words", "format.first_contact"))

    html = client.get(page.url, {"view": "exercise"}).content.decode()

    # Four lines for a text, one for a date.
    assert html.count('class="paper__line"') == 5


def test_a_module_shows_all_notes_of_its_lessons_to_the_facilitator(client):
    lessons = whole_course()
    LessonPage.objects.filter(pk=lessons[0].pk).update(facilitator_notes="<p>Принесите карточки.</p>")

    html = client.get(lessons[0].get_parent().url, {"view": "facilitator"}).content.decode()

    assert "Принесите карточки." in html


def test_every_block_has_the_address_of_its_id(client):
    page = lesson(prose(key="first"), exercise_block("challenge.words"), quiz_block())

    html = client.get(page.url).content.decode()

    assert [html.count(f'id="{block.id}"') for block in page.body] == [1, 1, 1]


def test_every_page_of_a_course_names_its_licence(client):
    page = lesson(prose())
    parts = [page, page.get_parent(), page.get_parent().get_parent()]

    found = [client.get(one.url).content.decode().count('rel="license"') for one in parts]

    assert found == [1, 1, 1]


def test_machines_read_what_a_lesson_is(client):
    page = lesson(prose(), exercise_block("challenge.words"))

    html = client.get(page.url).content.decode()

    data = [
        json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    ]
    work, crumbs = data
    assert work["@type"] == "LearningResource"
    assert work["timeRequired"] == "PT1M"
    assert work["inLanguage"] == "ru"
    assert work["isAccessibleForFree"] is True
    assert work["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert work["hasPart"][0]["timeRequired"] == "PT10M"
    assert work["isPartOf"]["@type"] == "Course"
    assert [one["position"] for one in crumbs["itemListElement"]] == [1, 2, 3, 4, 5]


def test_a_translation_names_its_source_and_the_source_its_translations(client):
    russian = lesson(prose())
    english = lesson(prose(), language="en", key=russian.translation_key)

    pages = [client.get(one.url).content.decode() for one in (russian, english)]

    works = [json.loads(re.search(r'ld\+json">(.*?)</script>', page)[1]) for page in pages]
    assert works[0]["workTranslation"] == [{"@id": works[1]["@id"], "inLanguage": "en"}]
    assert works[1]["translationOfWork"] == {"@id": works[0]["@id"], "inLanguage": "ru"}


def test_text_of_a_lesson_cannot_leave_the_structured_data(client):
    page = lesson(prose(), title="</script><script>alert(1)</script>")

    assert "<script>alert" not in client.get(page.url).content.decode()


def test_the_whole_course_stands_on_one_page(client):
    lessons = whole_course()
    top = CoursePage.objects.get()

    html = client.get(f"/ru/course/{top.slug}/whole/").content.decode()

    assert re.findall(r'id="lesson-([\d.]+)"', html) == ["1.1", "1.2", "2.1", "2.2"]
    assert "<textarea" not in html
    assert all(one.title in html for one in lessons)


@pytest.mark.parametrize("slug", ["nothing-here", "m-1"])
def test_there_is_no_whole_course_of_what_is_no_course(client, slug):
    course()

    assert client.get(f"/ru/course/{slug}/whole/").status_code == 404


def test_a_draft_course_is_not_shown_whole(client):
    top = course()
    CoursePage.objects.get(pk=top.pk).unpublish()

    assert client.get(f"/ru/course/{top.slug}/whole/").status_code == 404


def test_a_restricted_course_is_neither_listed_nor_shown_whole(client):
    from wagtail.models import PageViewRestriction

    top = course()
    PageViewRestriction.objects.create(page=Page.objects.get(pk=top.pk), restriction_type="login")

    assert client.get(f"/ru/course/{top.slug}/whole/").status_code == 404
    assert client.get(top.get_parent().url).context["courses"] == []


def test_a_course_in_another_language_is_listed_with_its_mark(client):
    course()
    home_of("en")
    english = course(language="en", title="Other course", slug="other")
    CoursePage.objects.filter(pk=english.pk).update(translation_key=uid("something else"))

    listed = client.get("/en/courses/").context["courses"]

    assert [(one["title"], one["lang"]) for one in listed] == [
        ("Other course", ""),
        ("Библиотечный диалог", "ru"),
    ]


def test_the_front_page_says_how_much_there_is_to_read():
    whole_course()

    index = CoursePage.objects.get().get_parent().specific

    with override("ru"):
        note = index.next_date_note()

    assert note == "4 урока, в каждом задание на 10 минут"


def test_an_empty_list_of_courses_promises_nothing():
    index = course().get_parent().specific

    assert index.next_date_note() == ""


def link_in_menus(page):
    for texts in SiteTexts.objects.all():
        MenuLink.objects.create(texts=texts, page=Page.objects.get(pk=page.pk), sort_order=0)


def full_site(lessons):
    """A course of this size, a term beside its text and a menu around every page."""
    found = whole_course(lessons)
    term()
    link_in_menus(found[0])
    return found


@pytest.mark.parametrize("lessons", [28, 140])
def test_a_lesson_takes_ten_queries_however_long_the_course(client, django_assert_num_queries, lessons):
    page = full_site(lessons)[3]
    page.body = LessonPage._meta.get_field("body").to_python(
        [prose("mentor"), exercise_block("challenge.words")]
    )
    page.save_revision().publish()
    client.get(page.url)

    with django_assert_num_queries(10):
        client.get(page.url)


def test_a_translated_lesson_takes_eleven_queries(client, django_assert_num_queries):
    term()
    russian = lesson(prose("mentor"))
    english = lesson(prose("mentor"), language="en", key=russian.translation_key)
    link_in_menus(russian)
    client.get(english.url)

    with django_assert_num_queries(11):
        client.get(english.url)


@pytest.mark.parametrize("lessons", [2, 12])
def test_the_whole_course_takes_the_same_queries_at_any_length(client, django_assert_num_queries, lessons):
    full_site(lessons)
    address = f"/ru/course/{CoursePage.objects.get().slug}/whole/"
    client.get(address)

    with django_assert_num_queries(9):
        client.get(address)


def test_a_translation_older_than_its_source_says_so(client):
    russian = lesson(prose())
    english = lesson(prose(), language="en", key=russian.translation_key)
    LessonPage.objects.filter(pk=russian.pk).update(last_published_at=timezone.now())

    html = client.get(english.url).content.decode()

    assert "translation of an older edition" in html
    assert Locale.objects.count() == 2
