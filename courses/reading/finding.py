"""Terms of the glossary among the answers of the site's search."""

from django.urls import reverse
from django.utils.translation import gettext as _

from courses.models import GlossaryTerm
from network.content.stems import stems

MOST = 3


def terms_found(question: str, *, language: str) -> list[dict]:
    """The terms whose name or other names hold every word of the question; one query."""
    words = set(stems(question, language=language).split())
    if not words:
        return []
    found = []
    rows = GlossaryTerm.objects.filter(locale__language_code=language).values_list(
        "code", "title", "short", "synonyms"
    )
    for code, title, short, synonyms in rows:
        own = stems(title, language=language).split()
        if words <= {*own, *stems(synonyms, language=language).split()}:
            # A term of these very words comes first, then those that have them in their name.
            rank = (set(own) != words, not words <= set(own), len(own), title)
            found.append(
                (rank, {"title": title, "text": short, "url": _address(code), "kind": _("Glossary")})
            )
    return [row for _rank, row in sorted(found, key=lambda pair: pair[0])[:MOST]]


def _address(code: str) -> str:
    return f"{reverse('courses:glossary')}#{code}"
