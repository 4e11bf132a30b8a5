"""Terms of the glossary in the reader's language, else in the source's with its mark."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from courses.models import GlossaryTerm


@dataclass(frozen=True)
class Term:
    """``lang`` is set when the term is not in the reader's language."""

    code: str
    title: str
    short: str
    lang: str
    url: str


def terms_by_code(language: str, codes: Iterable[str]) -> dict[str, Term]:
    """The terms with these codes; one query, none for no codes."""
    codes = set(codes)
    if not codes:
        return {}
    wanted = GlossaryTerm.objects.filter(
        code__in=codes, locale__language_code__in={language, settings.LANGUAGE_CODE}
    ).defer("long", "synonyms")
    with override(language):
        place = reverse("courses:glossary")
    found: dict[str, Term] = {}
    for row in wanted.select_related("locale"):
        lang = row.locale.language_code
        if row.code in found and lang != language:
            continue
        found[row.code] = Term(
            code=row.code,
            title=row.title,
            short=row.short,
            lang="" if lang == language else lang,
            url=f"{place}#{row.code}",
        )
    return found


def notes_of(page, *streams) -> dict[str, Term]:
    """The terms that the passages of these streams explain in the margin."""
    codes = [
        code
        for stream in streams
        for block in stream
        if block.block_type == "prose"
        for code in block.value.get("terms", [])
    ]
    return terms_by_code(page.locale.language_code, codes)
