"""Courses for tests: pages with one exercise of each kind and fixed block ids; learners with plans."""

from datetime import UTC, datetime
from uuid import UUID, uuid5

from courses.actions import create_plan, take_events
from courses.events import Event
from courses.models import CoursePage, CoursesIndexPage, LessonPage, ModulePage
from courses.slots import SLOTS, Kind
from home.models import HomePage
from tests.factories.content import make_site

AT = datetime(2027, 1, 10, 9, 0, tzinfo=UTC)
SPACE = UUID("7c9b5a30-1f6e-4a0b-8a44-1d1f8f4f0c55")


def uid(*parts) -> str:
    """The same id for the same name."""
    return str(uuid5(SPACE, "/".join(str(part) for part in parts)))


def items(name, *values):
    return [{"type": "item", "id": uid(name, number), "value": value} for number, value in enumerate(values)]


def exercise_block(*slots, key="exercise", prompt="Что мешает вашей библиотеке?"):
    value = {
        "minutes": 10,
        "title": "Двадцать слов",
        "why": "<p>Коротко значит ясно.</p>",
        "steps": items(f"{key}/steps", "Запишите", "Сократите"),
        "prompt": prompt,
        "starter": "К нам приходят …",
        "slots": items(f"{key}/slots", *slots),
        "tags": [],
        "initiative": "3.2",
        "sdg": [],
        "example": items(
            f"{key}/example", {"slot": slots[0], "whose": "ours", "text": "Подростки у компьютеров."}
        ),
    }
    return {"type": "plan_exercise", "id": uid(key), "value": value}


def quiz_block(kind="quiz_single", key="quiz"):
    options = [
        {"text": "Да", "correct": True, "feedback": "Верно, и вот почему."},
        {"text": "Нет", "correct": False, "feedback": "Ещё раз подумайте."},
        {"text": "Иногда", "correct": kind == "quiz_multi", "feedback": "Бывает."},
    ]
    return {
        "type": kind,
        "id": uid(key),
        "value": {"question": "Диалог ли это?", "options": items(key, *options)},
    }


def reflection_block(key="reflection"):
    return {"type": "reflection", "id": uid(key), "value": {"prompt": "Чего вы ждёте?"}}


def rating_block(moment="after", key="rating"):
    statements = items(key, "Я умею писать письмо", "Я умею задавать вопросы")
    value = {"title": "Что я умею", "moment": moment, "statements": statements}
    return {"type": "self_rating", "id": uid(key), "value": value}


def letter_block(key="letter"):
    return {
        "type": "letter_preview",
        "id": uid(key),
        "value": {"title": "Ваше письмо", "text": "<p>Из плана.</p>"},
    }


def home_of(language="ru"):
    if not HomePage.objects.exists():
        make_site()
    return HomePage.objects.get(locale__language_code=language)


def course(*, language="ru", title="Библиотечный диалог", slug="library-dialogue"):
    """A course with one module, under the front page."""
    home = home_of(language)
    index = CoursesIndexPage.objects.filter(locale=home.locale).first()
    if index is None:
        index = CoursesIndexPage(
            title="Курсы", slug="courses", locale=home.locale, translation_key=uid("courses")
        )
        home.add_child(instance=index)
    page = CoursePage(title=title, slug=slug, locale=home.locale, translation_key=uid(slug))
    index.add_child(instance=page)
    page.add_child(
        instance=ModulePage(
            title="Модуль", slug="m-1", locale=home.locale, translation_key=uid(slug, "module")
        )
    )
    return CoursePage.objects.get(pk=page.pk)


def lesson(*blocks, language="ru", slug="lesson", title="Урок о трудности", of=None, key=None):
    """A published lesson with these blocks; the first one makes the course."""
    locale = home_of(language).locale
    modules = ModulePage.objects.child_of(of) if of else ModulePage.objects.filter(locale=locale)
    parent = modules.first() or ModulePage.objects.child_of(course(language=language)).get()
    page = LessonPage(title=title, slug=slug, locale=locale, translation_key=key or uid("lesson", slug))
    page.body = LessonPage._meta.get_field("body").to_python(list(blocks))
    parent.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def plan_of(user, title="План с Арегашатом", at=AT):
    return create_plan(user=user, title=title, at=at)


def line_event(slot, value, *, name="", at=AT, base=None, language="ru", **fields):
    name = name or f"{slot}{value}"
    return Event(
        uuid=UUID(uid("event", name)),
        kind="plan_line",
        slot=slot,
        value=value,
        at=at,
        base=base,
        language=language,
        **fields,
    )


def fill(plan, values: dict, *, at=AT, language="ru"):
    """These lines stand in the plan."""
    events = [line_event(slot, value, at=at, language=language) for slot, value in values.items()]
    take_events(user=plan.owner, events=events, at=at, plan=plan.uuid)
    return plan


def full_values() -> dict:
    """Something in every slot, of the right shape."""
    return {slot.code: sample_value(slot) for slot in SLOTS}


def sample_value(slot):
    if slot.kind == Kind.ROWS:
        return [{column: sample_cell(slot, column, row) for column in slot.columns} for row in (1, 2)]
    return {
        Kind.TEXT: f"Своими словами: {slot.code}",
        Kind.CHOICE: _first_code(slot),
        Kind.CHOICES: [_first_code(slot)],
        Kind.DATE: "2027-01-25",
        Kind.DURATION: 6,
        Kind.LANGUAGES: ["ru", "hy"],
    }[slot.kind]


def _first_code(slot):
    from courses.vocabularies import OPTIONS

    return OPTIONS[slot.options][0][0] if slot.options else ""


CELLS = {
    "date": "2027-04-06",
    "time": "16:00",
    "timezone": "Asia/Bishkek",
    "minutes": "90",
    "repeat": "weekday",
    "times": "3",
}


def sample_cell(slot, column, row):
    typed = slot.code == "format.meetings" or (slot.code == "evaluation.steps" and column == "date")
    return CELLS[column] if typed and column in CELLS else f"{column} {row}"
