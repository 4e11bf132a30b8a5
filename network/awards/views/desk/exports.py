"""The list as a table for office programs. Taking it along asks for the password and is noted."""

from allauth.account.decorators import reauthentication_required
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.awards.forms.desk import EntryFilterForm
from network.awards.models import AwardRound
from network.awards.queries.desk import filtered
from network.awards.queries.words import RoundWords
from network.awards.views.desk.access import secretary_only
from network.content.spreadsheets import csv_response, xlsx_response
from network.members.history import record
from network.members.vocabularies import COUNTRIES, SPOKEN_LANGUAGES

CHUNK = 500


def _header():
    return [
        _("Reference"), _("State"), _("Outcome"), _("Nomination"), _("Title of the project"), _("Organisation"), _("Country"),
        _("Language"), _("Sent (UTC)"), _("Sendings"), "SHA-256", _("Summary"),
    ]  # fmt: skip


def _rows(entries, words):
    countries, languages = dict(COUNTRIES), dict(SPOKEN_LANGUAGES)
    entries = entries.select_related("nomination", "page", "current_snapshot")
    for entry in entries.iterator(chunk_size=CHUNK):
        yield [
            entry.reference, entry.get_state_display(), entry.get_outcome_display(),
            words.nomination(entry.nomination), entry.project_title, entry.organisation, countries.get(entry.country, ""),
            languages.get(entry.language, ""), entry.submitted_at, entry.current_snapshot.number if entry.current_snapshot else None,
            entry.current_snapshot.sha256 if entry.current_snapshot else "", entry.page.summary if entry.page else "",
        ]  # fmt: skip


def _entries(request, how):
    rounds = list(AwardRound.objects.prefetch_related("nominations"))
    words = RoundWords(rounds)
    form = EntryFilterForm(request.GET, rounds=rounds, words=words)
    form.is_valid()
    wanted = {name: value for name, value in form.cleaned_data.items() if value}
    for round in [wanted["round"]] if wanted.get("round") else rounds:
        record("awards.export", round, by=request.user, at=request.received_at, after=how)
    return _rows(filtered(wanted), words)


@require_safe
@secretary_only
@reauthentication_required(app="network.awards")
def csv(request):
    return csv_response("entries", _header(), _entries(request, "csv"))


@require_safe
@secretary_only
@reauthentication_required(app="network.awards")
def xlsx(request):
    return xlsx_response("entries", _("Award entries"), _header(), _entries(request, "xlsx"))
