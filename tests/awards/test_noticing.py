"""What names tell of a juror and an entry: suggestions, never decisions."""

import pytest

from network.awards.noticing import EntryFacts, JurorFacts, noticed, same_organisation, same_person


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Библиотека Дилижана", "Городская библиотека Дилижана", True),
        ("Национальная библиотека «Байтик»", "байтик", True),
        ("Библиотека Дилижана", "Библиотека Кочкора", False),
        ("Городская библиотека", "Областная библиотека", False),
        ("Городская библиотека", "городская  библиотека", True),
        ("", "", False),
        ("Мёртвое море", "мертвое море", True),
    ],
)
def test_organisations(one, other, same):
    assert same_organisation(one, other) is same
    assert same_organisation(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Нарине Саакян", "Саакян Нарине", True),
        ("Нарине Саакян", "Саакян Нарине Арамовна", True),
        ("Нарине Саакян", "Н. Саакян", True),
        ("Нарине Саакян", "Нарине Петросян", False),
        ("Нарине", "Нарине", False),
        ("Н. С.", "Н. Саакян", False),
    ],
)
def test_people(one, other, same):
    assert same_person(one, other) is same
    assert same_person(other, one) is same


def test_every_reason_once_in_a_fixed_order():
    juror = JurorFacts(("Нарине Саакян",), ("Библиотека Дилижана",), ("n@dilijan.am",))
    entry = EntryFacts(
        ("Библиотека Дилижана", "Дилижан"), ("Саакян Нарине", "Нарине Саакян"), ("a@dilijan.am", "b@dilijan.am"), "С Саакян Нарине мы учились"
    )  # fmt: skip
    assert [reason["code"] for reason in noticed(juror, entry)] == ["organisation", "named", "domain", "said"]


@pytest.mark.parametrize("domain", ["mail.ru", "gmail.com", "example.org", "demo.example"])
def test_an_address_that_anybody_may_have_tells_nothing(domain):
    juror = JurorFacts((), (), (f"a@{domain}",))
    assert noticed(juror, EntryFacts((), (), (f"b@{domain}",))) == []


def test_nothing_known_nothing_noticed():
    assert noticed(JurorFacts((), ()), EntryFacts((), ())) == []
