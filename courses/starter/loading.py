"""The course and its glossary from data files: one a lesson and language."""

from pathlib import Path

from wagtail.models import Locale

from courses.models import CoursePage, CoursesIndexPage, GlossaryTerm, LessonPage, ModulePage
from network.content.starter.ids import fixed_id
from network.content.starter.loading import Report, fingerprint, is_same, is_touched, read, remember
from network.content.starter.pages import PageFile
from network.content.starter.raw import stream
from network.content.starter.translating import translate

FOLDER = Path(__file__).parent
COURSE = "library-dialogue"


def load_glossary(report: Report) -> None:
    """Every term in Russian, and its English as a translation, unless an editor has changed it."""
    english = Locale.objects.filter(language_code="en").first()
    russian = Locale.objects.get(language_code="ru")
    folder = FOLDER / "glossary"
    second = {row["code"]: row for row in read(folder / "en.toml")["term"]}
    for row in read(folder / "ru.toml")["term"]:
        _load_term(row, second.get(row["code"], {}), russian, english, report)


def _load_term(row: dict, other: dict, russian, english, report: Report) -> None:
    key = f"term/{row['code']}"
    sha256 = fingerprint(row, other)
    versions = list(GlossaryTerm.objects.filter(translation_key=fixed_id(key)).order_by("locale_id"))
    if versions and is_touched(key, versions):
        report.left_alone.append(key)
        return
    if versions and is_same(key, sha256):
        return
    term = next((v for v in versions if v.locale_id == russian.pk), None) or GlossaryTerm(
        translation_key=fixed_id(key), locale=russian
    )
    _fill_term(term, row)
    term.save()
    if english and other:
        draft = GlossaryTerm(translation_key=term.translation_key, locale=english)
        _fill_term(draft, other)
        translate(term, draft, english, place=key)
    (report.updated if versions else report.made).append(key)
    remember(key, sha256, GlossaryTerm.objects.filter(translation_key=fixed_id(key)).order_by("locale_id"))


def _fill_term(term: GlossaryTerm, row: dict) -> None:
    for name in ("code", "title", "short", "long", "synonyms"):
        setattr(term, name, row[name])


def page_files() -> list[PageFile]:
    """The index, the course, its modules and lessons, parents first."""
    russian, english = FOLDER / COURSE / "ru", FOLDER / COURSE / "en"
    files = [
        _file(
            "courses", CoursesIndexPage, "home", FOLDER / "index" / "ru.toml", FOLDER / "index" / "en.toml"
        ),
        _file(COURSE, CoursePage, "courses", russian / "course.toml", english / "course.toml"),
    ]
    for path in sorted(russian.glob("module-*.toml")):
        files.append(_file(f"{COURSE}/{path.stem}", ModulePage, COURSE, path, english / path.name))
    for path in sorted(russian.glob("[0-9]-[0-9].toml")):
        parent = f"{COURSE}/module-{path.stem[0]}"
        files.append(_file(f"{COURSE}/{path.stem}", LessonPage, parent, path, english / path.name))
    return files


def _file(key: str, model, parent: str, russian: Path, english: Path) -> PageFile:
    def build(data: dict, page) -> None:
        build_page(key, data, page)

    return PageFile(key, model, parent, read(russian), read(english) if english.exists() else {}, build)


TEXTS = ("title", "short_title", "slug", "summary", "audience", "intro", "stop_here", "facilitator_notes")
SENTENCES = {"questions": "question", "outcomes": "outcome", "key_points": "point"}


def build_page(key: str, data: dict, page) -> None:
    """Set an index, course, module or lesson from its file."""
    place = f"page/{key}"
    for name in TEXTS:
        if name in data and hasattr(page, name):
            setattr(page, name, data[name])
    page.draft_title = data["title"]
    page.search_description = data["summary"][:160]
    for name, kind in SENTENCES.items():
        if name in data:
            rows = [{"type": kind, "key": str(n), "value": text} for n, text in enumerate(data[name])]
            _set_stream(page, name, rows, f"{place}/{name}")
    if "sources" in data:
        rows = [{"type": "source", "key": str(n), **row} for n, row in enumerate(data["sources"])]
        _set_stream(page, "sources", rows, f"{place}/sources")
    if "body" in data:
        _set_stream(page, "body", data["body"], place)


def _set_stream(page, name: str, rows: list[dict], place: str) -> None:
    block = page._meta.get_field(name).stream_block
    setattr(page, name, block.to_python(stream(block, rows, place=place, resolve=lambda key: None)))
