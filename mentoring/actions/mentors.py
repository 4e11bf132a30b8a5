"""The public list of mentors, and naming one of them in an application."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from mentoring.actions.applications import locked
from mentoring.actions.mentor_pages import delete_pages, has_list, write_pages
from mentoring.consents import LISTING
from mentoring.models import Application, MentorListing
from mentoring.rules.mentors import why_not_list, why_not_name
from network.content.refusals import Refused
from network.members.actions.consents import give_consent
from network.members.history import record
from network.members.models import Consent


@transaction.atomic
def list_mentor(*, application: Application, language: str, by, at: datetime) -> MentorListing:
    """Her own wish, with its consent: public pages made of the whitelist, or the old ones brought up to date."""
    application = locked(application.pk)
    if sentence := why_not_list(application, by=by, at=at):
        raise Refused(sentence)
    if not has_list():
        raise Refused(_("The site has no list of mentors yet. Write to the coordinator."))
    give_consent(user=by, purpose=LISTING, language=language, at=at)
    listing, _made = MentorListing.objects.select_for_update().get_or_create(
        person=by, defaults={"listed_at": at}
    )
    if listing.unlisted_at:
        listing.listed_at, listing.unlisted_at = at, None
        listing.save()
    write_pages(listing, application)
    record("list_mentor", listing, by=by, at=at)
    return listing


@transaction.atomic
def unlist_mentor(*, listing: MentorListing, by, at: datetime) -> None:
    """Her page goes at once, in every language; mentees who named her keep their other wishes."""
    listing = MentorListing.objects.select_for_update().get(pk=listing.pk)
    delete_pages(listing)
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
