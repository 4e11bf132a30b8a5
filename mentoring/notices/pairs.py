"""Letters between a pair and the coordinator. They name no reason and no concern."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from mentoring.calendar_files import Entry, calendar_file
from mentoring.dates import said, said_day
from mentoring.models import other_side
from mentoring.notices.readers import Reader, reader_of, said_facts, send
from network.content.mail.writing import Attachment, write_letter
from network.members.models import Profile
from network.members.notices import site_url
from network.members.roles import Role, members_of

MEETING_LETTERS = {
    "planned": "meeting-planned",
    "changed": "meeting-changed",
    "called_off": "meeting-called-off",
}


def agreed(pair, side: str, *, at: datetime):
    return _send("pair-agreed", pair, side, at=at, once_key=f"mentoring-agreed-{pair.uuid}-{side}")


def agreement_waits(pair, side: str, *, at: datetime):
    return _send("agreement-waits", pair, side, at=at, once_key=f"mentoring-agreement-{pair.uuid}-{side}")


def paused(pair, side: str, *, at: datetime):
    return _send("pair-paused", pair, side, at=at, until=lambda reader: said_day(pair.paused_until))


def goes_on(pair, side: str, *, at: datetime):
    return _send("pair-goes-on", pair, side, at=at)


def ended(pair, side: str, *, at: datetime):
    """That it ended, never why, and what may come next."""
    return _send("pair-ended", pair, side, at=at, once_key=f"mentoring-ended-{pair.uuid}-{side}")


def completed(pair, side: str, *, at: datetime):
    return _send("pair-completed", pair, side, at=at, once_key=f"mentoring-completed-{pair.uuid}-{side}")


def concern_received(pair, concern, *, at: datetime):
    return _send(
        "concern-received",
        pair,
        concern.side,
        at=at,
        once_key=f"mentoring-concern-{concern.pk}",
        to_name=concern.to_name,
    )


def concern_waits(concern, *, at: datetime) -> int:
    """To the coordinators: that there is one, without a word of it."""
    written = 0
    page = concern.round.page
    addresses = {user.email: _language(user) for user in members_of(Role.COORDINATOR)}
    if page.contact_email:
        addresses.setdefault(page.contact_email, settings.LANGUAGE_CODE)
    url = settings.SITE_URL + reverse("mentoring_admin:concern", args=[concern.pk])
    for address, language in sorted(addresses.items()):
        written += bool(
            write_letter(
                "mentoring/concern-waits",
                to=address,
                language=language,
                context={"round_title": page.title, "url": url},
                at=at,
                once_key=f"mentoring-concern-{concern.pk}-{address}"[:200],
            )
        )
    return written


def _language(user) -> str:
    profile = Profile.objects.filter(user=user).first()
    return profile.letters_language if profile else settings.LANGUAGE_CODE


def meeting(meeting, side: str, what: str, *, by, at: datetime):
    """To each of the two, with the file in her own zone; the hour is said by both clocks."""
    pair = meeting.pair
    application = pair.application_of(side)
    reader = reader_of(application)
    if reader is None:
        return None
    facts = {
        **_facts(pair),
        **meeting_facts(meeting, side, reader),
        "is_own": pair.side_of(by) == side,
    }
    return write_letter(
        f"mentoring/{MEETING_LETTERS[what]}",
        to=reader.email,
        language=reader.language,
        context=said_facts(application, reader, facts),
        at=at,
        attachments=(
            Attachment(
                "meeting.ics", "text/calendar; charset=utf-8", meeting_file(meeting, side, reader, at=at)
            ),
        ),
    )


def meeting_facts(meeting, side: str, reader: Reader) -> dict:
    other = meeting.pair.application_of(other_side(side))
    zone = other.profile.time_zone if other.profile else reader.zone
    with override(reader.language):
        return {
            "own_time": said(meeting.starts_at, reader.zone),
            "other_time": said(meeting.starts_at, zone),
            "minutes": meeting.minutes,
            "place": meeting.place,
            "partner": other.profile.name if other.profile else "",
        }


def meeting_file(meeting, side: str, reader: Reader, *, at: datetime) -> bytes:
    facts = meeting_facts(meeting, side, reader)
    with override(reader.language):
        summary = _("Mentoring: %(partner)s") % {"partner": facts["partner"]}
        description = "\n".join(
            [
                _("Your clock: %(time)s") % {"time": facts["own_time"]},
                _("Your partner's clock: %(time)s") % {"time": facts["other_time"]},
            ]
        )
        url = site_url("mentoring:pair", meeting.pair.uuid, language=reader.language)
    return calendar_file(
        Entry(
            uid=f"{meeting.uuid}@{settings.SITE_URL.partition('//')[2].partition('/')[0].partition(':')[0]}",
            sequence=meeting.sequence,
            starts_at=meeting.starts_at,
            minutes=meeting.minutes,
            zone=reader.zone,
            summary=summary,
            description=description,
            place=meeting.place,
            url=url,
            stamped_at=at,
            is_called_off=meeting.state == "called_off",
        )
    )


def _send(template: str, pair, side: str, *, at: datetime, once_key: str | None = None, **facts):
    return send(template, pair.application_of(side), at=at, once_key=once_key, **{**_facts(pair), **facts})


def _facts(pair) -> dict:
    return {"pair_url": lambda reader: site_url("mentoring:pair", pair.uuid, language=reader.language)}
