"""The samples: every screen has something on it, in both languages, and everyone who is named can sign in."""

from collections import Counter

import pytest
from django.test import Client
from wagtail.models import Page

from courses.models import Plan
from courses.progress import filled_groups
from home.demo.people import LOGINS, make_people
from home.starter import site, steps
from mentoring.models import Application, Round
from mentoring.states import Phase as MentoringPhase
from network.awards.models import AwardRound, Entry, Juror, LaureatePage
from network.awards.states import Phase as AwardPhase
from network.content.starter.loading import Report
from network.content.starter.pages import PageFile

PASSWORD = "a password of the samples"


def _files() -> list[PageFile]:
    """All but the course, which has no samples of its own and takes the most time."""
    own = site.page_files()
    return [own[0], *steps.mentoring.page_files(), *steps.awards.page_files(), *own[1:]]


@pytest.fixture
def demo(db, settings, tmp_path, monkeypatch):
    settings.VAR_DIR = tmp_path
    monkeypatch.setattr(steps, "all_files", _files)
    monkeypatch.setattr(steps.courses, "load_glossary", lambda report: None)
    steps.run(Report(), lambda text: None)
    make_people(password=PASSWORD, say=lambda text: None)


def test_samples_fill_every_phase_in_both_languages_and_everyone_signs_in(demo):
    assert Counter(Round.objects.values_list("phase", flat=True)) == dict.fromkeys(MentoringPhase.values, 1)
    assert Counter(AwardRound.objects.values_list("phase", flat=True)) == dict.fromkeys(AwardPhase.values, 1)

    matching = Counter(
        Application.objects.filter(round__phase=MentoringPhase.MATCHING).values_list("side", flat=True)
    )
    assert matching["mentee"] >= 40
    assert matching["mentor"] >= 25
    assert Entry.objects.count() >= 18
    assert Juror.objects.values("user").distinct().count() == 7

    assert len(filled_groups({line.slot: line.value for line in Plan.objects.get().values.all()})) == 11

    laureates = {
        code: LaureatePage.objects.live().filter(locale__language_code=code).count() for code in ("ru", "en")
    }
    assert laureates == {"ru": 4, "en": 4}
    table = LaureatePage.objects.get(title="The Long Table", live=True)
    assert table.locale.language_code == "en"
    assert Page.find_problems() == ([], [], [], [], [])

    answers = {}
    for line in LOGINS.lines():
        client = Client()
        client.post("/ru/account/login/", {"login": line.split()[0], "password": PASSWORD})
        answers[line.split()[0]] = client.get("/ru/my/").status_code
    assert len(answers) == 12
    assert set(answers.values()) == {200}
