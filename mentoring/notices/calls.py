"""One letter to those who asked to be told when the next call opens; then their address is erased."""

from datetime import datetime

from django.conf import settings
from django.utils.translation import override

from mentoring.dates import said
from mentoring.models import CallNotice
from mentoring.notices.readers import localised
from network.content.mail.writing import write_letter
from network.members.notices import site_url


def announce_call(round, side: str, *, at: datetime) -> int:
    """Write to everyone who waits for this side's call and erase the addresses; inside the phase's transaction."""
    waiting = list(CallNotice.objects.select_for_update().filter(side=side))
    page = round.page
    for notice in waiting:
        with override(notice.language):
            deadline = said(page.deadline(side), page.time_zone)
        write_letter(
            "mentoring/call-opened",
            to=notice.email,
            language=notice.language,
            context={
                "is_mentor": side == "mentor",
                "round_title": localised(page, notice.language).title,
                "deadline": deadline,
                "url": site_url("mentoring:begin", round.code, side, language=notice.language),
                "contact_email": page.contact_email or settings.CONTACT_EMAIL,
            },
            at=at,
        )
    CallNotice.objects.filter(pk__in=[notice.pk for notice in waiting]).delete()
    return len(waiting)
