"""A consent taken back has the consequence its text named."""

from datetime import datetime

from django.db import transaction

from mentoring.actions.applications import withdraw_application
from mentoring.actions.erasing import erase_application
from mentoring.actions.mentors import unlist_mentor
from mentoring.consents import LISTING, PROCESSING, SHARING, TRANSFER
from mentoring.models import Application, MentorListing
from mentoring.rules.applications import why_not_withdraw


@transaction.atomic
def follow(consent, *, at: datetime) -> None:
    person = consent.user
    if consent.purpose == LISTING.code:
        listing = MentorListing.objects.filter(person=person, unlisted_at__isnull=True).first()
        if listing:
            unlist_mentor(listing=listing, by=person, at=at)
        return
    if consent.purpose not in (PROCESSING.code, TRANSFER.code, SHARING.code):
        return
    application = Application.objects.filter(reference=consent.subject, person=person).first()
    if application is None:
        return
    if why_not_withdraw(application, by=person, at=at) is None:
        withdraw_application(application=application, by=person, at=at)
    if consent.purpose == PROCESSING.code:
        erase_application(application=application, by=person, at=at)
