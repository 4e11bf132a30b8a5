"""Which groups are filled, which plans are ready."""

from datetime import date

import pytest

from courses.progress import filled_groups, state_of
from courses.readiness import CHECKS, check
from courses.slots import BY_CODE, GROUPS
from tests.factories.courses import full_values

TODAY = date(2027, 1, 10)


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({}, "empty"),
        ({"theme.title": ""}, "empty"),
        ({"theme.title": "Тема"}, "begun"),
        ({"theme.questions": [{"question": "?"}]}, "begun"),
        ({"theme.title": "Тема", "theme.questions": [{"question": "?"}]}, "filled"),
    ],
)
def test_a_group_is_filled_when_its_required_slots_are(values, state):
    assert state_of("theme", values) == state


def test_a_full_plan_has_fifteen_filled_groups():
    assert filled_groups(full_values()) == [group.code for group in GROUPS]


def test_optional_slots_alone_fill_nothing():
    optional = {code: value for code, value in full_values().items() if not BY_CODE[code].required}
    assert filled_groups(optional) == []


MET = {
    "people": {"purpose.institution": "Мы", "partners.person": "Нарине"},
    "letter": {"format.first_contact": "2027-02-09"},
    "invitation": {"campaign.invitation": "слово " * 120},
    "theme": {"theme.title": "Тема", "theme.questions": [{"question": str(n)} for n in range(3)]},
    "languages": {"participants.languages": ["ru", "hy"], "participants.interpretation": "Ани"},
    "meeting": {"format.meetings": [{"date": "2027-04-06", "time": "16:00", "timezone": "Asia/Bishkek"}]},
    "risk": {"barriers.risks": [{"risk": "Связь", "owner": "Рубен"}]},
    "records": {"records.where": "На диске"},
    "pause": {"records.pause": "Письмо на две стороны"},
    "measure": {"evaluation.questions": "Сколько пришло"},
    "steps": {"evaluation.steps": [{"action": "Письмо", "owner": "Айпери", "date": "2027-10-12"}]},
    "successor": {"evaluation.successor": "Асель"},
}
UNMET = {
    "people": {"partners.person": "Нарине"},
    "letter": {"format.first_contact": "2027-02-10"},
    "invitation": {"campaign.invitation": "слово " * 121},
    "theme": {"theme.title": "Тема", "theme.questions": [{"question": "1"}, {"question": "2"}]},
    "languages": {"participants.languages": ["ru", "hy"]},
    "meeting": {"format.meetings": [{"date": "2027-04-06", "time": "", "timezone": "Asia/Bishkek"}]},
    "risk": {"barriers.risks": [{"risk": "Связь", "owner": ""}]},
    "records": {},
    "pause": {},
    "measure": {},
    "steps": {"evaluation.steps": [{"action": "a", "owner": "b", "date": "2027-10-12"}, {"action": "c", "owner": "", "date": ""}]},
    "successor": {},
}  # fmt: skip


@pytest.mark.parametrize("code", MET)
def test_a_check_is_met_by_what_it_asks_for_and_by_nothing_less(code):
    def is_met(values):
        return {checked.check.code: checked.is_met for checked in check(values, today=TODAY)}[code]

    assert (is_met(MET[code]), is_met(UNMET[code]), is_met({})) == (True, False, False)


def test_a_letter_that_should_have_gone_is_not_soon_and_one_language_needs_no_interpreter():
    values = {"format.first_contact": "2027-01-09", "participants.languages": ["ru"]}
    found = {checked.check.code: checked.is_met for checked in check(values, today=TODAY)}
    assert (found["letter"], found["languages"]) == (False, True)


def test_every_check_leads_to_a_slot_and_is_tested():
    assert [one.code for one in CHECKS] == list(MET)
    assert [one.slot for one in CHECKS if one.slot not in BY_CODE] == []
