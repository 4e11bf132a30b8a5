"""The page tree as one table: what may stand under what, and what a person may create."""

from django.apps import apps
from wagtail.models import Page, get_page_models

from network.content.models import BasePage, IntakePage, SealedPage, intake

TREE = {
    "home.HomePage": ("wagtailcore.Page",),
    "home.StandardPage": ("home.HomePage", "home.StandardPage"),
    "home.StoryIndexPage": ("home.HomePage",),
    "home.StoryPage": ("home.StoryIndexPage",),
    "courses.CoursesIndexPage": ("home.HomePage",),
    "courses.CoursePage": ("courses.CoursesIndexPage",),
    "courses.ModulePage": ("courses.CoursePage",),
    "courses.LessonPage": ("courses.ModulePage",),
    "mentoring.MentoringPage": ("home.HomePage",),
    "mentoring.MentoringRoundPage": ("mentoring.MentoringPage",),
    "mentoring.MentorsIndexPage": ("mentoring.MentoringPage",),
    "mentoring.MentorPage": ("mentoring.MentorsIndexPage",),
    "mentoring.MenteeProfilePage": ("content.IntakePage",),
    "mentoring.MentorProfilePage": ("content.IntakePage",),
    "awards.AwardsIndexPage": ("home.HomePage",),
    "awards.AwardPage": ("awards.AwardsIndexPage",),
    "awards.AwardRoundPage": ("awards.AwardPage",),
    "awards.LaureatePage": ("awards.AwardRoundPage",),
    "awards.SubmissionPage": ("content.IntakePage",),
    "content.IntakePage": ("wagtailcore.Page",),
}


def test_tree_is_as_the_table_says():
    ours = {model._meta.label: model for model in get_page_models() if model is not Page}
    found = {
        label: tuple(sorted(parent._meta.label for parent in model.clean_parent_page_models()))
        for label, model in ours.items()
    }

    assert found == {label: tuple(sorted(parents)) for label, parents in TREE.items()}


def test_every_page_is_public_or_sealed():
    odd = [
        model._meta.label
        for model in get_page_models()
        if model not in (Page, IntakePage) and not issubclass(model, BasePage | SealedPage)
    ]

    assert odd == []


def test_nobody_creates_sealed_pages_in_the_admin(db):
    sealed = [model for model in apps.get_models() if issubclass(model, SealedPage)]

    assert len(sealed) == 3
    assert [model._meta.label for model in sealed if model.can_create_at(intake())] == []


def test_every_page_type_has_a_name_in_russian_and_in_english():
    from django.utils.translation import override

    for model in get_page_models():
        names = []
        for language in ("ru", "en"):
            with override(language):
                names.append(str(model._meta.verbose_name))
        if model is not Page:
            assert names[0] != names[1], model
