"""Rounds as screens ask for them."""

from mentoring.models import MentoringRoundPage, Round
from mentoring.states import Phase


def round_by_code(code: str) -> Round | None:
    """A round whose page is published, with its page."""
    return Round.objects.select_related("page").filter(code=code, page__live=True).first()


def local_page(round: Round, language: str) -> MentoringRoundPage:
    """The round's page in the reader's language where it is published in it, else the source. One query at most."""
    if round.page.locale.language_code == language:
        return round.page
    found = MentoringRoundPage.objects.live().filter(
        translation_key=round.page.translation_key, locale__language_code=language
    )
    return found.first() or round.page


def calling_round(side: str, *, at) -> Round | None:
    """The round that takes applications of this side now."""
    opens, deadline = f"page__{side}_call_opens_at__lte", f"page__{side}_deadline__gt"
    return (
        Round.objects.calling(side)
        .filter(page__live=True, **{opens: at, deadline: at})
        .select_related("page")
        .order_by(f"page__{side}_deadline")
        .first()
    )


def open_rounds():
    """Every round that is announced and not over, newest first."""
    return (
        Round.objects.exclude(phase=Phase.CLOSED)
        .filter(page__live=True)
        .select_related("page", "page__locale")
    )


def local_titles(rounds, language: str) -> dict[int, str]:
    """Titles of rounds in the reader's language where there is one; one query."""
    keys = {round.page.translation_key: round for round in rounds}
    found = {round.pk: round.page.title for round in rounds}
    pages = MentoringRoundPage.objects.live().filter(translation_key__in=keys, locale__language_code=language)
    for key, title in pages.values_list("translation_key", "title"):
        found[keys[key].pk] = title
    return found
