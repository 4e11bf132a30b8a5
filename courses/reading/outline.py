"""The modules and lessons of a course as a reader of one language sees them, in one query.

The order is that of the source language: a lesson moved there is moved for every reader. What is not
translated yet stands in its place in the language it was written in, with its mark.
"""

from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from wagtail.models import Page


@dataclass(frozen=True)
class Lesson:
    """A line of the contents. ``lang`` is set when the lesson is not in the reader's language."""

    pk: int
    key: UUID
    number: str
    title: str
    url: str
    lang: str
    summary: str
    reading_minutes: int
    exercise_minutes: int

    @property
    def label(self) -> str:
        return f"{self.number} {self.title}"


@dataclass(frozen=True)
class Module:
    pk: int
    key: UUID
    number: int
    title: str
    url: str
    lang: str
    summary: str
    stop_here: str
    lessons: list[Lesson] = field(default_factory=list)

    @property
    def label(self) -> str:
        return _("Module %(number)s. %(title)s") % {"number": self.number, "title": self.title}


@dataclass(frozen=True)
class Place:
    """Where a lesson stands: ``at`` counts through the whole course from 1, ``in_module`` within its module."""

    module: Module
    lesson: Lesson
    at: int
    in_module: int
    previous: Lesson | None
    next: Lesson | None


@dataclass(frozen=True)
class Outline:
    modules: list[Module]

    @property
    def lessons(self) -> list[Lesson]:
        return [lesson for module in self.modules for lesson in module.lessons]

    def place_of(self, key: UUID) -> Place | None:
        """None for a lesson that is not published: a draft in preview has no place yet."""
        lessons = self.lessons
        at = next((n for n, lesson in enumerate(lessons) if lesson.key == key), None)
        if at is None:
            return None
        module = next(
            module for module in self.modules if any(lesson.key == key for lesson in module.lessons)
        )
        return Place(
            module=module,
            lesson=lessons[at],
            at=at + 1,
            in_module=module.lessons.index(lessons[at]) + 1,
            previous=lessons[at - 1] if at else None,
            next=lessons[at + 1] if at + 1 < len(lessons) else None,
        )

    def module_of(self, key: UUID) -> Module | None:
        return next((module for module in self.modules if module.key == key), None)

    def beginning_of(self, module: Module) -> float:
        """The share of the course's lessons that come before the module."""
        lessons = self.lessons
        before = sum(len(one.lessons) for one in self.modules[: self.modules.index(module)])
        return before / len(lessons) if lessons else 0

    def before(self, module: Module) -> Module | None:
        at = self.modules.index(module)
        return self.modules[at - 1] if at else None

    def after(self, module: Module) -> Module | None:
        at = self.modules.index(module) + 1
        return self.modules[at] if at < len(self.modules) else None


def ancestor(page, request, *, steps: int) -> Page:
    """An ancestor that was read for the breadcrumbs; the page itself where there is none, as in a preview."""
    return next((one for one in request.page_ancestors if one.depth == page.depth - steps), page)


def outline_of(course: Page, versions, request) -> Outline:
    """Of ``course`` in its own language; ``versions`` are live pages among which its source is found."""
    source = source_of(course, versions)
    rows = list(_rows([course, source]))
    own = _tree(course, rows, request)
    if source.pk == course.pk:
        return Outline(_numbered(own, ""))
    return Outline(_numbered(_merged(_tree(source, rows, request), own), course.path))


def source_of(course: Page, versions) -> Page:
    """The version that the others are translated from; the course itself when there is no other."""
    return next(
        (
            version
            for version in versions
            if version.translation_key == course.translation_key
            and version.locale.language_code == settings.LANGUAGE_CODE
        ),
        course,
    )


def _rows(courses):
    below = Q(pk__in=[])
    for course in courses:
        below |= Q(path__startswith=course.path, depth__in=(course.depth + 1, course.depth + 2))
    return (
        Page.objects.live()
        .filter(below)
        .annotate(
            reading=F("lessonpage__reading_minutes"),
            exercise=F("lessonpage__exercise_minutes"),
            words=Coalesce("lessonpage__summary", "modulepage__summary"),
            stop=F("modulepage__stop_here"),
        )
        .order_by("path")
        .values(
            "pk",
            "path",
            "depth",
            "title",
            "url_path",
            "translation_key",
            "reading",
            "exercise",
            "words",
            "stop",
        )
    )


def _tree(course: Page, rows, request) -> list[tuple[dict, list[dict]]]:
    """Modules with their lessons, as rows with addresses; lessons of an unpublished module stay hidden."""
    root = course.get_url(request) or ""
    own = [row for row in rows if row["path"].startswith(course.path)]
    for row in own:
        row["url"] = root + row["url_path"].removeprefix(course.url_path)
        row["language"] = course.locale.language_code
    modules = [row for row in own if row["depth"] == course.depth + 1]
    return [
        (
            module,
            [row for row in own if row["path"] != module["path"] and row["path"].startswith(module["path"])],
        )
        for module in modules
    ]


def _merged(source, own):
    """The source's order, each page in the reader's language where it is translated."""
    here = {row["translation_key"]: row for module, lessons in own for row in (module, *lessons)}
    known = {row["translation_key"] for module, lessons in source for row in (module, *lessons)}
    merged = [
        (
            here.get(module["translation_key"], module),
            [here.get(row["translation_key"], row) for row in lessons],
        )
        for module, lessons in source
    ]
    places = {module["translation_key"]: lessons for module, lessons in merged}
    for module, lessons in own:
        added = [row for row in lessons if row["translation_key"] not in known]
        if module["translation_key"] in places:
            places[module["translation_key"]].extend(added)
        else:
            merged.append((module, added))
    return merged


def _numbered(tree, path: str) -> list[Module]:
    """``path`` is that of the reader's own tree: what lies outside it is in another language."""
    return [
        Module(
            pk=module["pk"],
            key=module["translation_key"],
            number=number,
            title=module["title"],
            url=module["url"],
            lang=_lang(module, path),
            summary=module["words"] or "",
            stop_here=module["stop"] or "",
            lessons=[
                Lesson(
                    pk=row["pk"],
                    key=row["translation_key"],
                    number=f"{number}.{place}",
                    title=row["title"],
                    url=row["url"],
                    lang=_lang(row, path),
                    summary=row["words"] or "",
                    reading_minutes=row["reading"] or 0,
                    exercise_minutes=row["exercise"] or 0,
                )
                for place, row in enumerate(lessons, start=1)
            ],
        )
        for number, (module, lessons) in enumerate(tree, start=1)
    ]


def _lang(row: dict, path: str) -> str:
    return "" if row["path"].startswith(path) else row["language"]
