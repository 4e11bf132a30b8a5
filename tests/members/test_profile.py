import pytest
from django.test import Client

from network.members.models import HistoryEntry, Profile
from tests.factories.members import make_institution, make_member
from tests.members.walking import error_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def member():
    return make_member()


@pytest.fixture
def hers(member):
    client = Client()
    client.force_login(member)
    return client


def filled(**changes) -> dict:
    languages = {"languages-TOTAL_FORMS": 3, "languages-INITIAL_FORMS": 0}
    return {
        "name": "Айпери Садыкова",
        "name_latin": "Aiperi Sadykova",
        "letters_language": "en",
        "time_zone": "Asia/Bishkek",
        "country": "KG",
        "city": "Кара-Балта",
        "institution": "",
        "post": "библиотекарь",
        **languages,
        **changes,
    }


def test_keeps_what_she_tells(member, hers):
    answer = hers.post("/ru/my/profile/", filled())

    profile = Profile.objects.get(user=member)
    member.refresh_from_db()
    assert answer.headers["Location"] == "/ru/my/profile/"
    assert (profile.name, profile.name_latin, member.name) == (
        "Айпери Садыкова",
        "Aiperi Sadykova",
        "Айпери Садыкова",
    )
    assert (profile.letters_language, profile.time_zone, profile.country) == ("en", "Asia/Bishkek", "KG")
    assert (profile.city, profile.post) == ("Кара-Балта", "библиотекарь")


def test_languages_keep_their_order(member, hers):
    rows = {
        "languages-0-language": "ky", "languages-0-level": "fluent",
        "languages-1-language": "", "languages-1-level": "",
        "languages-2-language": "ru", "languages-2-level": "working",
    }  # fmt: skip
    hers.post("/ru/my/profile/", filled(**rows))

    assert list(member.profile.languages.values_list("language", "level")) == [
        ("ky", "fluent"),
        ("ru", "working"),
    ]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ({"languages-0-language": "ky"}, "Say how well you know it."),
        ({"languages-0-level": "basic"}, "Say which language this is."),
        (
            {
                "languages-0-language": "ky", "languages-0-level": "basic",
                "languages-1-language": "ky", "languages-1-level": "fluent",
            },
            "This language stands in the list already.",
        ),
    ],
)  # fmt: skip
def test_languages_that_make_no_sense(member, hers, rows, sentence):
    page = hers.post("/en/my/profile/", filled(**rows))

    assert sentence in page.content.decode()
    assert member.profile.languages.count() == 0


def test_an_institution_of_the_register_is_linked(member, hers):
    make_institution("Городская библиотека", city="Ош")
    there = make_institution("Городская библиотека", city="Нарын")

    hers.post("/ru/my/profile/", filled(institution="Городская библиотека (Нарын)"))

    profile = Profile.objects.get(user=member)
    assert (profile.institution, profile.institution_name) == (there, "")


@pytest.mark.parametrize("typed", ["Сельская библиотека", "Городская библиотека", "Тайная библиотека (Ош)"])
def test_any_other_institution_is_kept_as_typed(member, hers, typed):
    make_institution("Городская библиотека", city="Ош")
    make_institution("Городская библиотека", city="Нарын")
    make_institution("Тайная библиотека", is_checked=False)

    hers.post("/ru/my/profile/", filled(institution=typed))

    profile = Profile.objects.get(user=member)
    assert (profile.institution, profile.institution_name) == (None, typed)


BAD = {
    "long": ("я" * 1_000_000, "Here fit up to 150 characters; this text has 1000000."),
    "nul": ("Ai\x00peri", "The text holds signs that cannot be seen"),
    "control": ("Ai\x07peri", "The text holds signs that cannot be seen"),
    "override": ("Ai\u202eperi", "The text holds signs that turn the direction of writing."),
    "isolate": ("Ai\u2066peri", "The text holds signs that turn the direction of writing."),
    "empty": ("   ", "This field is required."),
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_gets_a_sentence_beside_its_field_and_nothing_is_lost(member, hers, kind):
    text, sentence = BAD[kind]

    page = hers.post("/en/my/profile/", filled(name=text, post="children's librarian"))

    assert page.status_code == 200
    assert sentence in error_text(page)
    assert page.context["form"]["name"].value() == text
    assert page.context["form"]["post"].value() == "children's librarian"
    assert Profile.objects.get(user=member).name == "Асель Токтогулова"


@pytest.mark.parametrize("field", ["name_latin", "city", "institution", "post"])
def test_each_line_is_cleaned(member, hers, field):
    page = hers.post("/en/my/profile/", filled(**{field: "a\x00b"}))

    assert "signs that cannot be seen" in error_text(page)


def test_what_she_writes_is_shown_as_text_only(member, hers):
    hers.post("/en/my/profile/", filled(name="<script>alert(1)</script>"))

    page = hers.get("/en/my/").content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_letters_are_composed_and_spaces_made_one(member, hers):
    hers.post("/ru/my/profile/", filled(name="  Андрии\u0306   Ж  "))

    assert Profile.objects.get(user=member).name == "Андрий Ж"


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd", "Europe/Moscow\x00"])
def test_only_real_time_zones(member, hers, zone):
    page = hers.post("/en/my/profile/", filled(time_zone=zone))

    assert page.context["form"].errors.keys() == {"time_zone"}


def test_each_field_says_who_sees_it(hers):
    page = hers.get("/en/my/profile/")

    assert all(field.field.who_sees for field in page.context["form"])
    assert page.content.decode().count('class="field__who"') == len(page.context["form"].fields) + 1


@pytest.mark.parametrize(("language", "town"), [("ru", "Бишкек (UTC+6)"), ("en", "Bishkek (UTC+6)")])
def test_zones_are_named_in_her_language(hers, language, town):
    assert town in hers.get(f"/{language}/my/profile/").content.decode()


def test_history_knows_that_it_changed_and_not_what_to(member, hers):
    hers.post("/ru/my/profile/", filled())

    entry = HistoryEntry.objects.get(verb="save_profile")
    assert entry.actor == member
    assert entry.details == {
        "fields": ["city", "country", "letters_language", "name", "name_latin", "post", "time_zone"]
    }


def test_reading_the_profile_makes_none():
    member = make_member()
    Profile.objects.all().delete()
    client = Client()
    client.force_login(member)

    assert client.get("/ru/my/profile/").status_code == 200
    assert Profile.objects.count() == 0
