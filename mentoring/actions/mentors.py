"""The public list of mentors, and naming one of them in an application."""

from datetime import datetime

from django.db import transaction
from wagtail.models import Page

from mentoring.actions.applications import locked
from mentoring.consents import LISTING
from mentoring.models import Application, MentorListing, MentorPage, MentorsIndexPage
from mentoring.rules.mentors import why_not_list, why_not_name
from network.content.refusals import Refused
from network.content.slugs import ascii_slug
from network.members.actions.consents import give_consent
from network.members.history import record
from network.members.models import Consent

# What leaves the sealed profile for a public page; nothing else ever does.
WHITELIST = ("country", "library_type", "institution_name", "post", "topics", "bio")


@transaction.atomic
def list_mentor(*, application: Application, language: str, by, at: datetime) -> MentorListing:
    """Her own wish, with its consent: a public page made of the whitelist, or the old one brought up to date."""
    application = locked(application.pk)
    if sentence := why_not_list(application, by=by, at=at):
        raise Refused(sentence)
    give_consent(user=by, purpose=LISTING, language=language, at=at)
    listing, _made = MentorListing.objects.select_for_update().get_or_create(
        person=by, defaults={"listed_at": at}
    )
    if listing.unlisted_at:
        listing.listed_at, listing.unlisted_at = at, None
        listing.save()
    _write_page(listing, application.mentor_profile)
    record("list_mentor", listing, by=by, at=at)
    return listing


def _write_page(listing: MentorListing, profile) -> None:
    from wagtail.models import Locale

    source = Locale.get_default()
    page = MentorPage.objects.filter(translation_key=listing.key, locale=source).first()
    index = MentorsIndexPage.objects.filter(locale=source).first()
    if index is None:
        raise Refused(_no_list())
    is_new = page is None
    page = page or MentorPage(translation_key=listing.key, locale=source, live=True)
    page.title = page.draft_title = profile.name
    for name in WHITELIST:
        setattr(page, name, getattr(profile, name))
    page.languages = profile.working_languages
    page.summary = ""
    if is_new:
        parent = Page.objects.select_for_update().get(pk=index.pk)
        page.slug = _free_slug(parent, profile.name)
        parent.add_child(instance=page)
    page.save_revision().publish()


def _no_list():
    from django.utils.translation import gettext_lazy as _

    return _("The site has no list of mentors yet. Write to the coordinator.")


def _free_slug(parent: Page, name: str) -> str:
    base = ascii_slug(name, fallback="mentor")
    taken = set(parent.get_children().filter(slug__startswith=base).values_list("slug", flat=True))
    numbers = (base if n == 1 else f"{base}-{n}" for n in range(1, len(taken) + 2))
    return next(slug for slug in numbers if slug not in taken)


@transaction.atomic
def unlist_mentor(*, listing: MentorListing, by, at: datetime) -> None:
    """Her page goes at once, in every language; mentees who named her keep their other wishes."""
    listing = MentorListing.objects.select_for_update().get(pk=listing.pk)
    for page in MentorPage.objects.filter(translation_key=listing.key):
        page.delete()
    listing.unlisted_at = at
    listing.save(update_fields=["unlisted_at"])
    Consent.objects.filter(user=listing.person, purpose=LISTING.code, withdrawn_at__isnull=True).update(
        withdrawn_at=at
    )
    record("unlist_mentor", listing, by=by, at=at)


@transaction.atomic
def name_mentor(*, application: Application, key: str, by, at: datetime) -> Application:
    application = locked(application.pk)
    if sentence := why_not_name(application, key, by=by, at=at):
        raise Refused(sentence)
    named = application.working_copy.get("prefers", [])
    return _set_named(application, [*named, key] if key not in named else named, at=at)


@transaction.atomic
def unname_mentor(*, application: Application, key: str, by, at: datetime) -> Application:
    from mentoring.rules.applications import why_not_save

    application = locked(application.pk)
    if sentence := why_not_save(application, by=by, at=at):
        raise Refused(sentence)
    named = application.working_copy.get("prefers", [])
    return _set_named(application, [one for one in named if one != key], at=at)


def _set_named(application: Application, named: list, *, at: datetime) -> Application:
    application.working_copy = {**application.working_copy, "prefers": named}
    application.working_version += 1
    application.saved_at = at
    application.save(update_fields=["working_copy", "working_version", "saved_at"])
    return application
