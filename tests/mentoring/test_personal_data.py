"""Everything a person gave is exported; everything she wrote is erased."""

import json

import pytest
from django.core.files.base import ContentFile
from django.core.serializers.json import DjangoJSONEncoder

from mentoring.actions.applications import save_equity, save_step
from mentoring.actions.mentors import list_mentor
from mentoring.models import (
    Application,
    ApplicationSnapshot,
    AttachedFile,
    EquityAnswers,
    MenteeProfilePage,
    MentorListing,
    MentorPage,
    PrivateAnswers,
)
from mentoring.registries.personal_data import erase, export
from network.members.actions.consents import withdraw_consent
from network.members.models import Consent
from network.members.registries import personal_data, ties_between
from tests.factories.members import NOW, make_member
from tests.factories.mentoring import make_draft, make_mentor, make_round, make_sent

pytestmark = pytest.mark.django_db


def full(person=None):
    application = make_sent(person=person)
    save_step(
        application=application, step="wishes", answers={}, private={"avoid": "Иван Петров"},
        by=application.person, at=NOW,
    )  # fmt: skip
    save_equity(application=application, answers={"place": "village"}, by=application.person, at=NOW)
    row = AttachedFile(application=application, name="cv.pdf", size=4, sha256="0" * 64, uploaded_at=NOW)
    row.file.save("cv.pdf", ContentFile(b"%PDF"), save=False)
    row.save()
    return application


def test_the_export_holds_everything():
    application = full()

    text = json.dumps(export(application.person), cls=DjangoJSONEncoder, ensure_ascii=False)

    words = ("Как найти партнёра?", "Иван Петров", "village", "cv.pdf", "M27-0001", "Областная библиотека")
    assert [word for word in words if word not in text] == []


def test_the_export_holds_nobody_else():
    full()

    assert export(make_member()) == []


def test_the_erasure_leaves_an_empty_row_for_the_counts(django_capture_on_commit_callbacks):
    application = full()
    person, file = application.person, AttachedFile.objects.get().file

    with django_capture_on_commit_callbacks(execute=True):
        sentence = erase(person, at=NOW)

    application = Application.objects.get()
    assert "подсчётах" in str(sentence)
    assert (application.person, application.state, application.working_copy, application.eligibility) == (
        None, "withdrawn", {}, {},
    )  # fmt: skip
    rows = [
        model.objects.count()
        for model in (MenteeProfilePage, ApplicationSnapshot, PrivateAnswers, EquityAnswers, AttachedFile)
    ]
    assert rows == [0, 0, 0, 0, 0]
    assert not file.storage.exists(file.name)


def test_a_draft_goes_whole():
    draft = make_draft()

    assert erase(draft.person, at=NOW) is None
    assert Application.objects.count() == 0


def test_a_listed_mentor_goes_from_the_list():
    application = make_mentor()
    list_mentor(application=application, language="ru", by=application.person, at=NOW)

    erase(application.person, at=NOW)

    assert (MentorPage.objects.count(), MentorListing.objects.count()) == (0, 0)


@pytest.mark.parametrize("purpose", ["transfer", "sharing"])
def test_a_consent_taken_back_withdraws_the_application(purpose):
    application = make_sent()

    withdraw_consent(
        consent=Consent.objects.get(purpose=f"mentoring-{purpose}"), by=application.person, at=NOW
    )

    application.refresh_from_db()
    assert (application.state, bool(application.working_copy)) == ("withdrawn", True)


def test_the_consent_to_use_taken_back_erases_the_answers():
    application = make_sent()

    withdraw_consent(
        consent=Consent.objects.get(purpose="mentoring-processing"), by=application.person, at=NOW
    )

    application.refresh_from_db()
    assert (application.state, application.working_copy, MenteeProfilePage.objects.count()) == (
        "withdrawn",
        {},
        0,
    )


def test_a_wish_is_a_tie_in_either_order():
    round = make_round()
    mentor = make_mentor(round=round)
    list_mentor(application=mentor, language="ru", by=mentor.person, at=NOW)
    mentee = make_sent(round=round, prefers=[str(MentorListing.objects.get().key)])

    one, other = ties_between(mentee.person, mentor.person), ties_between(mentor.person, mentee.person)

    assert [tie.code for tie in one] == [tie.code for tie in other] == ["mentoring-named"]
    assert ties_between(mentee.person, make_member()) == []


def test_the_registry_covers_every_model_of_applications_that_points_to_a_user():
    part = next(part for part in personal_data() if part.code == "mentoring")

    assert {"mentoring.application", "mentoring.mentorlisting", "mentoring.avoidance"} <= set(part.covers)
