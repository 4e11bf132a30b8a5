"""May she be listed, may she be named?"""

from datetime import datetime

from django.utils.translation import gettext as _

from mentoring.answers import MENTEE, MOST_NAMED
from mentoring.models import Application, MentorListing
from mentoring.rules.applications import why_not_save
from mentoring.states import Standing

LISTABLE = (Standing.SUBMITTED, Standing.ACCEPTED)


def why_not_list(application: Application | None, *, by, at: datetime) -> str | None:
    if application is None or application.person_id != by.pk or application.mentor_profile_id is None:
        return _("Send an application to mentor first: your page is made of it.")
    if application.state not in LISTABLE:
        return _("Your application does not stand: your page would promise what is not there.")
    return None


def why_not_name(application: Application, key: str, *, by, at: datetime) -> str | None:
    if application.side != MENTEE:
        return _("Only mentees name mentors.")
    if sentence := why_not_save(application, by=by, at=at):
        return sentence
    named = application.working_copy.get("prefers", [])
    if key in named:
        return None
    return why_not_add(named, key, person=by)


def why_not_add(named: list, key: str, *, person=None) -> str | None:
    listing = MentorListing.objects.filter(key=key, unlisted_at__isnull=True).first()
    if listing is None:
        return _("This mentor is no longer in the list.")
    if person is not None and listing.person_id == person.pk:
        return _("This is your own page.")
    if len(named) >= MOST_NAMED:
        return _("You have named three mentors already. Take one off in the step “Wishes” first.")
    return None
