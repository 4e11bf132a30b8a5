"""A listed mentor's public pages: one in every language of the site, her own words in each until somebody translates them."""

from django.db.models import Q
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    String,
    StringSegment,
    StringTranslation,
    TranslatableObject,
    Translation,
    TranslationSource,
)

from mentoring.models import Application, MentorListing, MentorPage, MentorsIndexPage
from network.content.slugs import ascii_slug

# What leaves the sealed profile for a public page; nothing else ever does.
WHITELIST = ("country", "library_type", "institution_name", "post", "topics", "bio")


def has_list() -> bool:
    return MentorsIndexPage.objects.filter(locale=Locale.get_default()).exists()


def write_pages(listing: MentorListing, application: Application) -> MentorPage:
    """Made of the whitelist, or brought up to date. Words a translator wrote stay while hers are the same."""
    source, profile = Locale.get_default(), application.mentor_profile
    page = MentorPage.objects.filter(translation_key=listing.key, locale=source).first()
    is_new = page is None
    page = page or MentorPage(translation_key=listing.key, locale=source, live=True)
    page.title = page.draft_title = profile.name
    for name in WHITELIST:
        setattr(page, name, getattr(profile, name))
    page.languages = profile.working_languages
    page.words_language = application.language
    page.summary = ""
    index = MentorsIndexPage.objects.get(locale=source)
    if is_new:
        parent = Page.objects.select_for_update().get(pk=index.pk)
        page.slug = _free_slug(parent, profile.name)
        parent.add_child(instance=page)
    page.save_revision().publish()
    for other in index.get_translations().select_related("locale"):
        _carry_over(page, other)
    return page


def _carry_over(page: MentorPage, index: MentorsIndexPage) -> None:
    """The page under the list of another language: what has no translation yet stands there as she wrote it."""
    # Its parent is locked like any: two mentors may agree in the same instant.
    Page.objects.select_for_update().get(pk=index.pk)
    source, _made = TranslationSource.update_or_create_from_instance(page)
    translation, _made = Translation.objects.get_or_create(source=source, target_locale=index.locale)
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            locale=index.locale,
            context=segment.context,
            defaults={
                "data": segment.string.data,
                "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            },
        )
    translation.save_target(publish=False)
    page.get_translation(index.locale).latest_revision.publish()


def delete_pages(listing: MentorListing) -> None:
    """Hers in every language, and her words in the translators' tables, unless another page says the same."""
    mine = Q(segments__source__object_id=listing.key) | Q(translations__context__object_id=listing.key)
    # Read first: with the pages their sources go, and the strings are then nobody's.
    words = set(String.objects.filter(mine).values_list("pk", flat=True))
    for page in MentorPage.objects.filter(translation_key=listing.key):
        page.delete()
    TranslatableObject.objects.filter(translation_key=listing.key).delete()
    String.objects.filter(pk__in=words).exclude(pk__in=StringSegment.objects.values("string")).delete()


def _free_slug(parent: Page, name: str) -> str:
    base = ascii_slug(name, fallback="mentor")
    taken = set(parent.get_children().filter(slug__startswith=base).values_list("slug", flat=True))
    numbers = (base if n == 1 else f"{base}-{n}" for n in range(1, len(taken) + 2))
    return next(slug for slug in numbers if slug not in taken)
