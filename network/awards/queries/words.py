"""What rounds, nominations and criteria are called in the reader's language; the staff's own names where no page says it."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import get_language

from network.awards.models import AwardRound, AwardRoundPage, Criterion, Nomination


class RoundWords:
    """Words of several rounds, read in one query."""

    def __init__(self, rounds: Iterable[AwardRound], language: str | None = None):
        language = language or get_language() or settings.LANGUAGE_CODE
        # The default language is read first, so that the wanted one is put over it.
        pages = sorted(
            AwardRoundPage.objects.live()
            .filter(round__in=list(rounds), locale__language_code__in={language, settings.LANGUAGE_CODE})
            .select_related("locale"),
            key=lambda page: page.locale.language_code == language,
        )
        self._titles = {page.round_id: page.title for page in pages}
        self._nominations = {
            (page.round_id, code): title for page in pages for code, title in page.nomination_titles().items()
        }
        self._criteria = {
            (page.round_id, code): text["title"]
            for page in pages
            for code, text in page.criterion_texts().items()
        }

    def round(self, round: AwardRound) -> str:
        return f"{round.code} · {self._titles.get(round.pk) or round.name}"

    def nomination(self, nomination: Nomination | None) -> str:
        if nomination is None:
            return ""
        return self._nominations.get((nomination.round_id, nomination.code)) or nomination.name

    def criterion(self, criterion: Criterion) -> str:
        return self._criteria.get((criterion.round_id, criterion.code)) or criterion.name
