"""Public search: word forms of each language, the same on SQLite and PostgreSQL.

The index is Wagtail's own; only its ``body`` column is read here, which holds
our stems. At most ``MOST`` candidates are looked at, the newest ones, so that a
common word costs no more than a rare one: ranking all hits of SQLite's index
takes seconds at ten thousand pages.
"""

from dataclasses import dataclass

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from network.content.models import BasePage
from network.content.stems import ALGORITHMS, marks, stems

MOST = 300
LONGEST = 100
MOST_WORDS = 8

KINDS = (
    ("lesson", _("Lessons")),
    ("course", _("Courses")),
    ("story", _("Stories")),
    ("mentor", _("Mentors")),
    ("award", _("Award")),
    ("page", _("Pages")),
)

# What upper apps answer beside pages, such as words they explain: functions of the question and ``language``
# that give a few rows with title, text, url and kind.
BESIDE: list = []


@dataclass(frozen=True)
class Hit:
    """A found page's key and how well it fits: words of the question in its title, then in its beginning."""

    pk: int
    rank: tuple


def find(question: str, *, language: str, kind: str = "") -> list[int]:
    """Ids of live public pages that hold every word of the question, best first; at most ``MOST``.

    A question without words, or of signs alone, finds nothing.
    """
    words = list(dict.fromkeys(stems(question[:LONGEST], language=language).split()))[:MOST_WORDS]
    if not words:
        return []
    wanted = marks(language, kind).split() if kind in dict(KINDS) else [marks(language, "").split()[0]]
    found = _candidates(wanted, words, language)
    live = Page.objects.filter(pk__in=found).live().public().values_list("pk", flat=True)
    return _ranked(set(live), words, language)


def beside(question: str, *, language: str) -> list[dict]:
    """What the apps themselves know about the question."""
    question = question[:LONGEST]
    return [row for answer in BESIDE for row in answer(question, language=language)] if question else []


def _candidates(wanted: list[str], words: list[str], language: str) -> list[int]:
    index = apps.get_app_config("wagtailsearch").get_model("IndexEntry")
    kinds = [kind.pk for kind in ContentType.objects.get_for_models(*page_types()).values()]
    # Without a stemmer the last word may be the beginning of a longer one.
    is_open = language not in ALGORITHMS
    if connection.vendor == "sqlite":
        rows = _sqlite(wanted, words, is_open)
    else:
        rows = _postgres(index, wanted, words, is_open)
    entries = index.objects.filter(pk__in=rows, content_type__in=kinds)
    return [int(pk) for pk in entries.values_list("object_id", flat=True)]


def page_types():
    return [model for model in apps.get_models() if issubclass(model, BasePage)]


def _sqlite(wanted, words, is_open) -> list[int]:
    terms = [f'"{word}"' for word in [*wanted, *words]]
    if is_open:
        terms[-1] += "*"
    table = apps.get_app_config("wagtailsearch").get_model("SQLiteFTSIndexEntry")._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT rowid FROM "{table}" WHERE "{table}" MATCH %s ORDER BY rowid DESC LIMIT {MOST}',
            ["body : (" + " AND ".join(terms) + ")"],
        )
        return [row[0] for row in cursor.fetchall()]


def _postgres(index, wanted, words, is_open) -> list[int]:
    terms = [f"'{word}'" for word in [*wanted, *words]]
    if is_open:
        terms[-1] += ":*"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id FROM \"{index._meta.db_table}\" WHERE body @@ to_tsquery('simple', %s) LIMIT {MOST}",
            [" & ".join(terms)],
        )
        return [row[0] for row in cursor.fetchall()]


def _ranked(live: set[int], words: list[str], language: str) -> list[int]:
    titles = Page.objects.filter(pk__in=live).values_list("pk", "title")
    hits = []
    for pk, title in titles:
        own = stems(title, language=language).split()
        in_title = sum(word in own for word in words)
        hits.append(Hit(pk, (-in_title, len(own) if in_title else 0, -pk)))
    return [hit.pk for hit in sorted(hits, key=lambda hit: hit.rank)]
