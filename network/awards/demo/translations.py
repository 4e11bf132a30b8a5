"""The laureates' pages of a sample round in the other language, as a translator would have finished them."""

from copy import copy

from wagtail.models import Locale

from network.awards.demo.jury_words import DECIDED
from network.awards.demo.rounds import answers_of, sample_projects
from network.awards.laureates import laureate_fields
from network.awards.models import AwardRound, LaureatePage
from network.content.starter.translating import translate


def translate_laureates(round: AwardRound) -> None:
    """Finish and publish the drafts the release began, where the samples have words for them."""
    others = {project["title"]: project["other"] for project in sample_projects() if "other" in project}
    pages = (
        LaureatePage.objects.live()
        .filter(snapshot__entry__round=round)
        .select_related("snapshot__entry__page")
    )
    for page in pages:
        if words := others.get(page.title):
            _translate(page, words)


def _translate(page: LaureatePage, words: dict) -> None:
    snapshot = copy(page.snapshot)
    snapshot.content = {
        **snapshot.content,
        "answers": {**snapshot.content["answers"], **answers_of(words)},
    }
    other = LaureatePage(
        slug=page.slug, outcome=page.outcome, jury_words=DECIDED[page.outcome][words["language"]]
    )
    for name, value in laureate_fields(snapshot.entry.page, snapshot).items():
        setattr(other, name, value)
    locale = Locale.objects.get(language_code=words["language"])
    translate(page, other, locale, place=f"sample laureate {page.title}")
