import json
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.test import Client
from django.utils.translation import override

from network.content.models import ContactMessage, Letter
from network.content.refusals import Refused
from network.members import registries
from network.members.actions import erase_account, give_consent, give_role, invite, save_profile
from network.members.consents import NEWS, purpose_of
from network.members.history import record, record_reading
from network.members.models import (
    Consent,
    HistoryEntry,
    Invitation,
    LanguageSkill,
    Profile,
    ReadingEntry,
    User,
)
from network.members.registries import PersonalData, personal_data, register_personal_data
from network.members.wording import said, word_of_verb
from tests.factories.members import NOW, make_member, make_superuser
from tests.members.walking import signed_in

MARK = "Жумагүл-зарлык"


def points_to_a_person(model) -> bool:
    return any(
        field.concrete and field.model is model and field.is_relation and field.related_model is User
        and not field.many_to_many
        for field in model._meta.get_fields()
    )  # fmt: skip


def test_every_model_that_points_to_a_person_is_covered():
    pointing = {
        model._meta.label_lower
        for model in apps.get_models(include_auto_created=True)
        if points_to_a_person(model)
    }
    covered = {label.lower() for part in personal_data() for label in part.covers}

    assert pointing - covered == set(), sorted(pointing - covered)


def test_what_is_covered_exists():
    known = {model._meta.label_lower for model in apps.get_models(include_auto_created=True)}

    assert {label.lower() for part in personal_data() for label in part.covers} - known == set()


@pytest.fixture
def member(db):
    """Somebody with her mark in everything this floor knows."""
    user = make_member("editor", email="mark@example.org", name=MARK)
    administrator = make_superuser()
    values = {"name": MARK, "name_latin": MARK, "city": MARK, "post": MARK, "institution_name": MARK}
    save_profile(user=user, values=values, languages=[("ky", "fluent")], at=NOW)
    give_consent(user=user, purpose=NEWS, language="ru", at=NOW)
    Letter.objects.create(
        kind="x", to="mark@example.org", language="ru", subject=MARK, text=MARK, try_after=NOW, created_at=NOW
    )
    ContactMessage.objects.create(
        kind="contact", name=MARK, email="Mark@example.org", text=MARK, language="ru", created_at=NOW
    )
    invite(email="mark@example.org", role="juror", by=administrator, at=NOW)
    give_role(user=user, role="coordinator", by=administrator, at=NOW, why=f"about {MARK}")
    record("look", user, by=user, at=NOW)
    record_reading(user, by=administrator, at=NOW, purpose="checking")
    record_reading(administrator, by=user, at=NOW, purpose="checking back")
    return user


def whole_database() -> str:
    rows = []
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:
            rows += [str(row) for row in model.objects.values()] if hasattr(model, "objects") else []
    return "\n".join(rows)


def test_the_export_holds_her_data_and_nobody_elses(member):
    other = make_member(name="Чужая")
    client = signed_in(member)

    answer = client.get("/ru/my/data/my-data.json")
    whole = json.loads(b"".join(answer))

    parts = whole["parts"]
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    assert parts["account"][0]["email"] == "mark@example.org"
    assert parts["account"][0]["roles"] == ["coordinator", "editor"]
    assert parts["profile"][0]["name"] == MARK
    assert parts["profile"][0]["languages"] == [{"language": "ky", "level": "fluent"}]
    assert [row["purpose"] for row in parts["consents"]] == ["news"]
    assert {row.get("letter") or row.get("message") for row in parts["letters"]} >= {MARK}
    assert [row["invited_to"] for row in parts["invitations"]] == ["juror"]
    assert "checking" in [row.get("your_data_were_read") for row in parts["history"]]
    assert other.email not in str(whole)
    assert "Чужая" not in str(whole)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_same_can_be_read(member, language):
    page = signed_in(member).get(f"/{language}/my/data/read/").content.decode()

    assert page.count(MARK) >= 6
    assert "None" not in page
    assert "done_by_you" not in page


@pytest.mark.parametrize("path", ["read/", "my-data.json", "erase/"])
def test_all_of_it_wants_a_fresh_sign_in(member, path):
    client = Client()
    client.force_login(member)

    answer = client.get(f"/ru/my/data/{path}")

    assert answer.headers["Location"].startswith("/ru/account/reauthenticate/")


def test_she_erases_herself_and_nothing_of_her_is_left(member):
    client = signed_in(member)
    warned = client.get("/ru/my/data/erase/").content.decode()

    client.post("/ru/my/data/erase/", {"address": "MARK@example.org"})

    left = whole_database()
    assert "История" in warned or "истории" in warned
    assert not User.objects.filter(email="mark@example.org").exists()
    assert (MARK in left, "mark@example.org" in left.lower()) == (False, False)
    assert client.get("/ru/my/").status_code == 302


def test_what_happened_stays_without_her(member):
    pk = member.pk

    stayed = erase_account(user=member, by=member, at=NOW)

    entries = HistoryEntry.objects.filter(verb__in=["look", "give_role", "erase_account"], subject_id=str(pk))
    assert [(e.verb, e.actor, e.why) for e in entries.order_by("pk") if e.verb != "give_role"] == [
        ("look", None, ""),
        ("erase_account", None, ""),
    ]
    assert [e.why for e in entries.filter(verb="give_role")] == [""]
    assert list(ReadingEntry.objects.filter(purpose="checking back").values_list("reader", flat=True)) == [
        None
    ]
    assert len(stayed) >= 1


def test_erasing_twice_does_nothing_more(member):
    erase_account(user=member, by=member, at=NOW)
    before = HistoryEntry.objects.count()

    assert erase_account(user=member, by=member, at=NOW + timedelta(days=1)) == []
    assert HistoryEntry.objects.count() == before


def test_others_keep_theirs(member):
    other = make_member()
    give_consent(user=other, purpose=NEWS, language="ru", at=NOW)

    erase_account(user=member, by=member, at=NOW)

    assert (Profile.objects.filter(user=other).count(), Consent.objects.count()) == (1, 1)
    assert (LanguageSkill.objects.count(), Invitation.objects.count()) == (0, 0)
    assert EmailAddress.objects.filter(user=other).count() == 1


@pytest.mark.parametrize("typed", ["", "other@example.org", "erase"])
def test_nothing_is_erased_by_a_slip(member, typed):
    page = signed_in(member).post("/ru/my/data/erase/", {"address": typed})

    assert page.status_code == 200
    assert User.objects.filter(pk=member.pk).exists()


@pytest.mark.django_db
def test_the_last_administrator_of_the_site_stays():
    last = make_superuser()

    with pytest.raises(Refused), override("en"):
        erase_account(user=last, by=last, at=NOW)

    assert User.objects.filter(pk=last.pk).exists()


def test_another_member_erases_nobody(member):
    with pytest.raises(Refused):
        erase_account(user=member, by=make_member("coordinator"), at=NOW)


def test_when_one_part_fails_nothing_is_erased(member, monkeypatch):
    def fails(user, *, at):
        raise RuntimeError("cannot")

    monkeypatch.setattr(registries, "_personal_data", dict(registries._personal_data))
    register_personal_data(PersonalData("broken", "Broken", (), lambda user: [], fails, order=950))

    with pytest.raises(RuntimeError):
        erase_account(user=member, by=member, at=NOW)

    assert Profile.objects.get(user=member).name == MARK
    assert Letter.objects.filter(to="mark@example.org", subject=MARK).exists()


def test_what_she_reads_of_herself_has_no_code_names():
    assert said("mentoring.mentorlisting", "subject") == "наставник в списке"
    assert said("A27-0001", "subject") == "A27-0001"
    assert said("mentoring-listing", "purpose") == str(purpose_of("mentoring-listing").title)
    assert word_of_verb("list_mentor") == "дано согласие на список наставников"
    assert word_of_verb("awards.submit_review") == "отзыв сдан"
