import pytest

from network.content.searching import MOST, find
from tests.factories.content import standard_page, stories, story


@pytest.mark.parametrize("question", ["библиотекарь", "Библиотекарями", "библиотека", "встреча елки"])
def test_search_finds_other_forms_of_a_russian_word(home, question):
    page = standard_page(home, "Ёлка", text="Встречи библиотекарей и библиотек у ёлки")

    assert find(question, language="ru") == [page.pk]


def test_search_finds_other_forms_of_an_english_word(homes):
    page = standard_page(homes[1], "Mentors", text="Librarians were meeting")

    assert find("librarian meetings", language="en") == [page.pk]


def test_search_keeps_to_the_language_of_the_reader(homes):
    standard_page(homes[0], "Vremya", text="librarian")
    english = standard_page(homes[1], "Time", text="librarian")

    assert find("librarian", language="en") == [english.pk]


def test_search_narrows_by_kind(home):
    standard_page(home, "О партнёрах")
    told = story(stories(home), "Партнёры встретились")

    assert find("партнёры", language="ru", kind="story") == [told.pk]


def test_search_puts_words_of_the_title_first(home):
    inside = standard_page(home, "Об одном случае", text="Здесь есть наставник")
    titled = standard_page(home, "Наставник", text="Другое")

    assert find("наставник", language="ru") == [titled.pk, inside.pk]


def test_search_hides_drafts_and_unpublished_pages(home):
    page = standard_page(home, "Тайное наставничество")
    page.unpublish()

    assert find("тайное", language="ru") == []


@pytest.mark.parametrize(
    "question", ['"', "'", "*", "NEAR(", "a AND", "body:", ":*", "!", "&|", "\\", "%", "(("]
)
def test_search_for_signs_finds_nothing_and_never_fails(home, client, question):
    answer = client.get("/ru/search/", {"q": question})

    assert answer.status_code == 200
    assert "Ничего не нашлось" in answer.content.decode()


def test_search_looks_at_a_bounded_number_of_candidates(home, django_assert_num_queries):
    index = stories(home)
    for number in range(3):
        story(index, f"Диалог {number}")

    find("диалог", language="ru")
    with django_assert_num_queries(5):
        few = find("диалог", language="ru")
    for number in range(12):
        story(index, f"Диалог ещё {number}")
    with django_assert_num_queries(5):
        many = find("диалог", language="ru")

    # The front page is one of them: its title holds the word.
    assert (len(few), len(many)) == (4, 16)
    assert len(many) <= MOST


@pytest.mark.parametrize("number", ["-1", "0", "2", "1000000000", "x", "١", ""])
def test_search_page_that_does_not_exist_is_a_clean_404(home, client, number):
    standard_page(home, "Наставник")

    assert client.get("/ru/search/", {"q": "наставник", "page": number}).status_code == 404


def test_search_screen_counts_in_russian(home, client):
    for number in range(2):
        standard_page(home, f"Наставник {number}")

    text = client.get("/ru/search/", {"q": "наставники"}).content.decode()

    assert "Нашлось: 2 страницы" in text


def test_search_is_braked(home, client):
    codes = [client.get("/ru/search/", {"q": "x"}).status_code for _ in range(61)]

    assert codes == [200] * 60 + [429]


def test_search_of_ten_thousand_characters_is_a_clean_400(home, client):
    answer = client.get("/ru/search/", {"q": "ё" * 10_000})

    assert answer.status_code == 400
    assert "<h1" in answer.content.decode()


def test_long_question_is_cut_and_says_so(home, client):
    answer = client.get("/ru/search/", {"q": "диалог " * 40})

    assert "искали по первым ста знакам" in answer.content.decode()
