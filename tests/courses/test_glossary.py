"""The glossary: every term, in the reader's alphabet, as a page, as data, in the search."""

import pytest
from django.core.exceptions import ValidationError

from courses.models import GlossaryTerm
from network.content.alphabets import letter_of, sort_key
from tests.factories.content import locale
from tests.factories.courses import home_of, uid


def term(code, title, language="ru", **fields):
    words = {"short": "Коротко.", "long": "<p>Подробно.</p>", **fields}
    return GlossaryTerm.objects.create(
        code=code, title=title, locale=locale(language), translation_key=uid("term", code), **words
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", ["Ежегодник", "Ёлка", "Ель", "Жюри", "Явка", "IFLA"]),
        ("kk", ["Аудан", "Әдебиет", "Бала", "Қала", "Лауазым"]),
        ("tg", ["Ғазал", "Дарё", "Хона", "Ҳамкор", "Чашма", "Ҷаласа"]),
        ("uz", ["Tarix", "Zamon", "Oʻquvchi", "Gʻoya", "Shahar", "Choy"]),
        ("az", ["Cavab", "Çıxış", "Elm", "Əlaqə", "Xalq", "Qonaq"]),
        ("en", ["award", "Éclair", "entry", "Jury"]),
    ],
)
def test_words_stand_in_the_order_of_their_alphabet(language, words):
    mixed = words[::-1]

    assert sorted(mixed, key=lambda word: sort_key(word, language=language)) == words


@pytest.mark.parametrize(
    ("language", "word", "letter"),
    [
        ("ru", "ёлка", "Е"),
        ("ru", "«Отчёт»", "О"),
        ("uz", "shahar", "Sh"),
        ("ka", "ბიბლიოთეკა", "ბ"),
        ("en", "…", "#"),
    ],
)
def test_a_word_stands_under_its_letter(language, word, letter):
    assert letter_of(word, language=language) == letter


@pytest.mark.django_db
def test_every_term_is_on_the_page_under_its_code(client):
    home_of()
    term("award", "Премия")
    term("mentor", "Наставник")

    answer = client.get("/ru/glossary/")

    assert [(one.letter, [t.code for t in one.terms]) for one in answer.context["letters"]] == [
        ("Н", ["mentor"]),
        ("П", ["award"]),
    ]
    assert 'id="mentor"' in answer.content.decode()


@pytest.mark.django_db
def test_a_term_without_translation_is_shown_with_its_language(client):
    home_of("en")
    term("mentor", "Наставник")
    term("award", "Премия")
    term("award", "Award", "en")

    entries = {e.code: e for group in client.get("/en/glossary/").context["letters"] for e in group.terms}

    assert (entries["award"].title, entries["award"].lang, entries["award"].others) == (
        "Award",
        "",
        [("ru", "Премия")],
    )
    assert (entries["mentor"].title, entries["mentor"].lang) == ("Наставник", "ru")


@pytest.mark.django_db
def test_the_glossary_can_be_taken_as_data(client):
    home_of()
    term("award", "Премия", synonyms="конкурс")
    term("award", "Award", "en")

    data = client.get("/ru/glossary.json").json()

    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert data["terms"][0]["code"] == "award"
    assert data["terms"][0]["languages"]["ru"]["synonyms"] == "конкурс"
    assert data["terms"][0]["languages"]["en"]["term"] == "Award"


@pytest.mark.django_db
@pytest.mark.parametrize("terms", [1, 60])
def test_the_glossary_takes_the_same_queries_at_any_length(client, django_assert_num_queries, terms):
    home_of()
    for number in range(terms):
        term(f"term-{number}", f"Слово {number}")
    client.get("/ru/glossary/")

    with django_assert_num_queries(4):
        client.get("/ru/glossary/")


@pytest.mark.django_db
def test_the_search_explains_words_in_any_form(client):
    home_of()
    term("mentor", "Наставник", synonyms="куратор")
    term("award", "Премия")

    found = [
        client.get("/ru/search/", {"q": word}).context["beside"] for word in ("наставники", "кураторы", "год")
    ]

    assert [[row["url"] for row in rows] for rows in found] == [
        ["/ru/glossary/#mentor"],
        ["/ru/glossary/#mentor"],
        [],
    ]


@pytest.mark.django_db
def test_the_code_of_a_term_never_changes():
    home_of()
    found = term("mentor", "Наставник")
    found.code = "tutor"

    with pytest.raises(ValidationError) as caught:
        found.full_clean()

    assert list(caught.value.message_dict) == ["code"]
