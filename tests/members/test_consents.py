import hashlib
from datetime import timedelta

import pytest
from django.test import Client
from django.utils.translation import override

from network.content.refusals import Refused
from network.members import consents
from network.members.actions import give_consent, withdraw_consent
from network.members.consents import ACCOUNT, NEWS, Purpose, register_purpose
from network.members.models import Consent, HistoryEntry
from tests.factories.members import NOW, make_member

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=1)


@pytest.fixture
def member():
    return make_member()


@pytest.fixture
def _own_purposes(monkeypatch):
    monkeypatch.setattr(consents, "_purposes", dict(consents._purposes))


def test_keeps_text_version_hash_language_and_time(member):
    consent = give_consent(user=member, purpose=NEWS, language="en", at=NOW)

    with override("en"):
        shown = str(NEWS.text)
    assert (consent.purpose, consent.text_version, consent.language) == ("news", "2026-11", "en")
    assert (consent.given_at, consent.withdrawn_at) == (NOW, None)
    assert consent.text_sha256 == hashlib.sha256(shown.encode()).hexdigest()
    assert HistoryEntry.objects.get(verb="give_consent").actor == member


def test_the_hash_is_of_the_text_in_the_language_it_was_shown_in(member):
    english = give_consent(user=member, purpose=NEWS, language="en", at=NOW, subject="1")
    russian = give_consent(user=member, purpose=NEWS, language="ru", at=NOW, subject="2")

    assert english.text_sha256 != russian.text_sha256


def test_agreeing_twice_to_one_text_is_one_consent(member):
    first = give_consent(user=member, purpose=NEWS, language="en", at=NOW)
    second = give_consent(user=member, purpose=NEWS, language="ru", at=LATER)

    assert (first.pk, Consent.objects.get().given_at) == (second.pk, NOW)


@pytest.mark.usefixtures("_own_purposes")
def test_a_new_text_is_a_new_consent_and_the_old_one_stays_as_it_was(member):
    old = register_purpose(Purpose("talk", "Talk", (("1", "first text"),)))
    first = give_consent(user=member, purpose=old, language="en", at=NOW)
    new = register_purpose(Purpose("talk", "Talk", (("1", "first text"), ("2", "second text"))))

    second = give_consent(user=member, purpose=new, language="en", at=LATER)

    kept = Consent.objects.get(pk=first.pk)
    assert (kept.text_version, kept.text_sha256, kept.withdrawn_at) == ("1", first.text_sha256, LATER)
    assert (second.text_version, second.withdrawn_at) == ("2", None)


def test_takes_it_back(member):
    consent = give_consent(user=member, purpose=NEWS, language="en", at=NOW)

    withdraw_consent(consent=consent, by=member, at=LATER)

    assert Consent.objects.get().withdrawn_at == LATER


@pytest.mark.usefixtures("_own_purposes")
def test_what_belongs_to_it_follows_in_the_same_step(member):
    told = []
    purpose = register_purpose(
        Purpose(
            "talk",
            "Talk",
            (("1", "text"),),
            withdrawn=lambda consent, by, at: told.append((consent.pk, by, at)),
        )
    )
    consent = give_consent(user=member, purpose=purpose, language="en", at=NOW)

    withdraw_consent(consent=consent, by=member, at=LATER)

    assert told == [(consent.pk, member, LATER)]


def refusal(consent, by):
    with pytest.raises(Refused) as refused:
        withdraw_consent(consent=consent, by=by, at=LATER)
    return str(refused.value)


def test_who_may_not_take_it_back(member):
    consent = give_consent(user=member, purpose=NEWS, language="en", at=NOW)
    account = give_consent(user=member, purpose=ACCOUNT, language="en", at=NOW)

    with override("en"):
        sentences = [refusal(consent, make_member("administrator")), refusal(account, member)]

    assert sentences == [
        "Only the person who agreed can take it back.",
        "The account cannot be kept without this. If you no longer agree, erase your account.",
    ]
    assert Consent.objects.filter(withdrawn_at__isnull=False).count() == 0


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_screen_lists_and_takes_back_in_one_step(member, language):
    client = Client()
    client.force_login(member)
    client.post(f"/{language}/my/consents/give/news/")
    consent = Consent.objects.get()

    page = client.get(f"/{language}/my/consents/").content.decode()
    client.post(f"/{language}/my/consents/{consent.pk}/withdraw/")

    assert f"/{language}/my/consents/{consent.pk}/withdraw/" in page
    assert Consent.objects.get().withdrawn_at is not None


@pytest.mark.parametrize("code", ["account", "nothing", "mentoring-processing"])
def test_nothing_else_is_agreed_to_in_passing(member, code):
    client = Client()
    client.force_login(member)

    assert client.post(f"/ru/my/consents/give/{code}/").status_code == 404
    assert Consent.objects.count() == 0
