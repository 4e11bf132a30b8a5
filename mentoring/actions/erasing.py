"""Erasing: a person's own wish, or the promised day has come."""

from datetime import datetime

from django.db import transaction

from mentoring.actions.applications import locked
from mentoring.actions.leaving import after_leaving
from mentoring.actions.mentors import unlist_mentor
from mentoring.models import Application, MentorListing
from mentoring.states import Phase, Standing
from network.members.history import record

OPEN = (Standing.SUBMITTED, Standing.NEEDS_CHANGES, Standing.WAITLISTED, Standing.ACCEPTED)


@transaction.atomic
def erase_application(*, application: Application, at: datetime, by=None) -> bool:
    """Everything a person wrote goes. True when an empty row stays for the counts: side, round, state, days."""
    application = locked(application.pk)
    before = application.state
    if before in OPEN and application.round.phase != Phase.CLOSED and application.reference:
        # She takes no further part; who was paired with her is told, without a name.
        application.state, application.withdrawn_at = Standing.WITHDRAWN, at
        application.save(update_fields=["state", "withdrawn_at"])
        after_leaving(application, by=by or application.person, at=at)
    _erase_what_hangs_on(application)
    if application.reference is None:
        record("erase_application", application, by=by, at=at, before=before)
        application.delete()
        return False
    profile = application.profile
    application.person = None
    application.invitation = None
    application.mentee_profile = application.mentor_profile = None
    application.working_copy, application.eligibility, application.asked_steps = {}, {}, []
    application.erased_at = at
    application.search_text = ""
    if application.state == Standing.DRAFT:
        application.state, application.withdrawn_at = Standing.WITHDRAWN, at
    application.save()
    if profile:
        profile.delete()
    record("erase_application", application, by=by, at=at, before=before, after=application.state)
    return True


def _erase_what_hangs_on(application: Application) -> None:
    if hasattr(application, "cv"):
        file = application.cv.file
        application.cv.delete()
        transaction.on_commit(lambda: file.storage.delete(file.name))
    # The rows refuse to be deleted one by one; erasure is the only way they go.
    application.snapshots.all().delete()
    application.reviews.all().delete()
    application.avoidances.all().delete()
    for name in ("private", "equity"):
        if hasattr(application, name):
            getattr(application, name).delete()


def erase_listing(*, person, at: datetime) -> None:
    listing = MentorListing.objects.filter(person=person).first()
    if listing:
        if listing.unlisted_at is None:
            unlist_mentor(listing=listing, by=person, at=at)
        listing.delete()
