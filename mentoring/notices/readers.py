"""To whom, in which language and in which zone."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import override

from mentoring.dates import said_day, said_in_both
from network.content.mail.writing import render_letter, write_letter
from network.members.models import Profile
from network.members.notices import site_url


@dataclass(frozen=True)
class Reader:
    email: str
    language: str
    zone: str
    name: str


def reader_of(application) -> Reader | None:
    """The applicant, or the invited address that has not come yet; None after she erased herself."""
    person = application.person
    if person is None:
        invitation = application.invitation
        if invitation is None:
            return None
        return Reader(invitation.email, invitation.language, settings.NETWORK_TIME_ZONE, _name(application))
    profile = Profile.objects.filter(user=person).first()
    language = profile.letters_language if profile else settings.LANGUAGE_CODE
    zone = profile.time_zone if profile else settings.NETWORK_TIME_ZONE
    return Reader(person.email, language, zone, _name(application) or person.name)


def _name(application) -> str:
    return application.working_copy.get("name", "")


def common_facts(application, reader: Reader) -> dict:
    """What most letters about an application name."""
    page = application.round.page
    with override(reader.language):
        return {
            "name": reader.name,
            "reference": application.reference or "",
            "is_mentor": application.is_mentor,
            "round_title": localised(page, reader.language).title,
            "deadline": said_in_both(page.deadline(application.side), reader.zone, page.time_zone),
            "answers_by": said_day(page.matching_on),
            "url": address(application, reader.language),
            "contact_name": page.contact_name,
            "contact_email": page.contact_email or settings.CONTACT_EMAIL,
        }


def localised(page, language: str):
    """The page in the reader's language when it is published in it, else the source."""
    return page.get_translations(inclusive=True).live().filter(locale__language_code=language).first() or page


def address(application, language: str) -> str:
    return site_url("mentoring:application", application.round.code, application.side, language=language)


def send(template: str, application, *, at, once_key: str | None = None, **facts):
    """Write one letter about an application; nothing when nobody is there to read it."""
    reader = reader_of(application)
    if reader is None:
        return None
    return write_letter(
        f"mentoring/{template}",
        to=reader.email,
        language=reader.language,
        context=said_facts(application, reader, facts),
        at=at,
        once_key=once_key,
        reply_to=application.round.page.contact_email,
    )


def preview(template: str, application, **facts) -> tuple[Reader, str, str] | None:
    """Reader, subject and text of a letter as it will read for the real person, without writing it."""
    reader = reader_of(application)
    if reader is None:
        return None
    subject, text, _html = render_letter(
        f"mentoring/{template}", said_facts(application, reader, facts), language=reader.language
    )
    return reader, subject, text


def said_facts(application, reader: Reader, facts: dict) -> dict:
    """Facts that depend on the reader are functions of her; called in her language."""
    with override(reader.language):
        told = {name: fact(reader) if callable(fact) else fact for name, fact in facts.items()}
    return {**common_facts(application, reader), **told}
