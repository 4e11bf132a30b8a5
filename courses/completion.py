"""When a course counts as completed: twelve groups of one plan are filled, and the self-evaluation at its end is done."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from courses.models import CoursePage, LearningEvent, LessonPage, PlanValue
from courses.progress import ENOUGH_GROUPS, filled_groups
from courses.slots import GROUPS
from network.recognition.models import Certificate
from network.recognition.programmes import Facts, Programme, register_programme

CODE = "courses"


@dataclass(frozen=True)
class Standing:
    """How far a learner is; ``rating_url`` leads to the self-evaluation that is still to be done."""

    filled: int
    is_rated: bool
    rating_url: str = ""
    needed: int = ENOUGH_GROUPS
    total: int = len(GROUPS)

    @property
    def is_complete(self) -> bool:
        return self.filled >= self.needed and self.is_rated


@dataclass(frozen=True)
class Way:
    """The way to the certificate of one course; no standing once it is taken."""

    course: CoursePage
    standing: Standing | None


def ways(user, language: str) -> list[Way]:
    """Every course in this language with what its certificate still takes: two queries, and three for each."""
    courses = list(CoursePage.objects.live().filter(locale__language_code=language).order_by("path"))
    taken = set(
        Certificate.objects.valid().filter(holder=user, programme=CODE).values_list("subject", flat=True)
    )
    return [
        Way(course, None if str(course.translation_key) in taken else standing(user, course))
        for course in courses
    ]


def standing(user, course) -> Standing:
    """Three queries: lines, lessons, ratings."""
    lesson, ratings = _last_ratings(course)
    rated = LearningEvent.objects.filter(
        user=user, kind=LearningEvent.Kind.RATED, block_id__in=ratings
    ).exists()
    return Standing(best_filled(user), rated, lesson.url if lesson else "")


def best_filled(user) -> int:
    """Groups filled in the fullest of her plans."""
    plans: dict[int, dict] = {}
    rows = PlanValue.objects.filter(plan__owner=user, side="ours").values_list("plan_id", "slot", "value")
    for plan, slot, value in rows:
        plans.setdefault(plan, {})[slot] = value
    return max((len(filled_groups(values)) for values in plans.values()), default=0)


def _last_ratings(course) -> tuple[LessonPage | None, list[str]]:
    for lesson in LessonPage.objects.live().descendant_of(course).order_by("-path"):
        blocks = [
            b
            for b in lesson.body.raw_data
            if b["type"] == "self_rating" and b["value"].get("moment") == "after"
        ]
        if blocks:
            return lesson, [block["id"] for block in blocks]
    return None, []


def versions(subject: str) -> list[CoursePage]:
    return list(
        CoursePage.objects.live()
        .filter(translation_key=subject)
        .select_related("locale")
        .order_by("locale_id")
    )


def facts(subject: str) -> Facts:
    pages = versions(subject)
    lessons = LessonPage.objects.live().descendant_of(pages[0]) if pages else LessonPage.objects.none()
    minutes = sum(
        reading + exercise for reading, exercise in lessons.values_list("reading_minutes", "exercise_minutes")
    )
    published = [page.last_published_at for page in pages if page.last_published_at]
    return Facts(
        titles={page.locale.language_code: page.title for page in pages},
        hours=max(1, round(minutes / 60)),
        edition=str(max(published).year) if published else "",
    )


def why_not(user, subject: str, *, by, at):
    if by is None or by.pk != user.pk:
        return _("Everybody takes her own certificate of a course.")
    pages = versions(subject)
    if not pages:
        return _("There is no such course.")
    now = standing(user, pages[0])
    if now.filled < now.needed:
        missing = now.needed - now.filled
        return ngettext(
            "%(missing)d section of the plan is still to be filled.",
            "%(missing)d sections of the plan are still to be filled.",
            missing,
        ) % {"missing": missing}
    if not now.is_rated:
        return _("The self-evaluation at the end of the course is still to be done.")
    return None


def register() -> None:
    kind = gettext_lazy("Certificate of completion of a course")
    register_programme(Programme(CODE, kind, facts, why_not, knots=7))
