"""What courses say on «My network»: where to go on, and the plan."""

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from courses.completion import ways
from courses.models import LearningEvent, PlanValue
from courses.progress import ENOUGH_GROUPS
from courses.queries.lessons import lesson_facts
from courses.queries.plans import plans_of
from courses.queries.work import done_lessons
from network.members.home import Item, Section, register_notice, register_section


def build(user, request) -> Section | None:
    rows = [row for row in plans_of(user) if not row.plan.archived_at]
    lessons = lesson_facts(get_language())
    done = {str(key) for key in done_lessons(user)}
    items = [item for item in (_next_lesson(user, lessons, done), *(_plan(row) for row in rows[:3])) if item]
    if not items:
        return None
    return Section(
        title=_("Course and plan"),
        items=tuple(items),
        waiting=tuple(_certificates(user, rows)),
        url=reverse("courses:plans"),
        action=_("All my plans"),
    )


def _certificates(user, rows) -> list[Item]:
    """Of courses she has completed; asked only when a plan has enough in it."""
    if not any(row.filled >= ENOUGH_GROUPS for row in rows):
        return []
    return [
        Item(
            title=_("Take my certificate"),
            url=reverse("courses:certificate", args=[way.course.translation_key]),
            text=way.course.title,
        )
        for way in ways(user, get_language())
        if way.standing and way.standing.is_complete
    ]


def _next_lesson(user, lessons, done) -> Item | None:
    """The lesson she was in last, when it is not finished; else the first unfinished one after it."""
    last = _last_lesson(user)
    keys = [lesson.key for lesson in lessons]
    if not last and not done:
        return None
    start = keys.index(last) if last in keys else 0
    for lesson in [*lessons[start:], *lessons[:start]]:
        if lesson.key not in done:
            facts = (
                _("%(done)d of %(total)d lessons finished")
                % {"done": len(done & set(keys)), "total": len(keys)},
            )
            return Item(title=lesson.title, url=lesson.url, kind=_("Go on with"), facts=facts)
    return None


def _last_lesson(user) -> str:
    event = LearningEvent.objects.filter(user=user, lesson_key__isnull=False).order_by("-client_at").first()
    line = (
        PlanValue.objects.filter(plan__owner=user, lesson_key__isnull=False).order_by("-updated_at").first()
    )
    if event and line:
        return str(event.lesson_key if event.client_at > line.updated_at else line.lesson_key)
    return str((event or line).lesson_key) if event or line else ""


def _plan(row) -> Item:
    filled = _("%(filled)d of %(total)d sections are filled") % {"filled": row.filled, "total": row.total}
    url = reverse("courses:plan", args=[row.plan.uuid])
    return Item(title=row.plan.title, url=url, kind=_("Plan"), facts=(filled,))


def register() -> None:
    register_section("courses", 40, build)
    # She has signed up with answers in this browser: asked at once, not only where she happens to look.
    register_notice("courses/parts/held_notice.html")
