"""Certificates of the award: of a laureate, and of taking part. ``subject`` is the entry's reference."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from network.awards.models import Entry
from network.awards.states import EntryState, Outcome
from network.members.models import Profile
from network.recognition.programmes import Facts, Programme, register_programme

LAUREATE, PARTICIPATION = "award-laureate", "award-participation"
HONOURED = (Outcome.LAUREATE, Outcome.SPECIAL, Outcome.COMMENDED)


def programme_for(entry: Entry) -> str:
    return LAUREATE if entry.outcome in HONOURED else PARTICIPATION


def facts(subject: str) -> Facts:
    """«Laureate, best joint project: “…”» in every language of the site."""
    entry = Entry.objects.select_related("round", "nomination").get(reference=subject)
    titles = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            titles[language] = _title(entry, language)
    return Facts(titles=titles, edition=entry.round.code)


def _title(entry: Entry, language: str) -> str:
    page = entry.round.page(language)
    named = {
        "round": page.title if page else entry.round.name,
        "title": entry.project_title,
        "nomination": (page.nomination_titles() if page else {}).get(
            entry.nomination.code, entry.nomination.name
        ),
    }
    if entry.outcome == Outcome.LAUREATE:
        return _("laureate of “%(round)s”, nomination “%(nomination)s”: the project “%(title)s”") % named
    if entry.outcome == Outcome.SPECIAL:
        return _("special prize of “%(round)s”: the project “%(title)s”") % named
    if entry.outcome == Outcome.COMMENDED:
        return _("commended in “%(round)s”, nomination “%(nomination)s”: the project “%(title)s”") % named
    return _("took part in “%(round)s” with the project “%(title)s”") % named


def why_not(user, subject: str, *, by, at):
    """Given by the site itself after the release, to those who wrote the entry."""
    entry = Entry.objects.filter(reference=subject, state=EntryState.DECIDED).first()
    if entry is None or by is not None:
        return gettext_lazy("Certificates of the award are given by the site when results are released.")
    if not entry.authors.filter(user=user, removed_at__isnull=True).exists():
        return gettext_lazy("Only the authors of the entry get its certificate.")
    return None


def name_for(user) -> str:
    profile = Profile.objects.filter(user=user).first()
    return (profile.name if profile else "") or user.name or user.email.partition("@")[0]


def register() -> None:
    register_programme(Programme(LAUREATE, gettext_lazy("Diploma"), facts, why_not))
    register_programme(Programme(PARTICIPATION, gettext_lazy("Certificate of participation"), facts, why_not))
