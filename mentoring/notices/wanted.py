"""To mentors who could help where places are missing. Names nobody and no number."""

from datetime import datetime

from mentoring.dates import said_in_both
from mentoring.notices.readers import localised, preview, send
from mentoring.vocabularies import topic_label
from network.members.notices import site_url
from network.members.vocabularies import SPOKEN_LANGUAGES


def mentor_wanted(application, round, *, language: str, topic: str, message: str, at: datetime):
    return send(
        "mentor-wanted", application, at=at,
        once_key=f"mentoring-wanted-{round.pk}-{application.person_id}-{language}-{topic}",
        **_facts(application, round, language, topic, message, at),
    )  # fmt: skip


def preview_wanted(application, round, *, language: str, topic: str, message: str, at: datetime):
    return preview("mentor-wanted", application, **_facts(application, round, language, topic, message, at))


def _facts(application, round, language: str, topic: str, message: str, at: datetime) -> dict:
    page, is_in = round.page, application.round_id == round.pk
    return {
        "message": message,
        "spoken": lambda reader: str(dict(SPOKEN_LANGUAGES).get(language, language)),
        "topic": lambda reader: str(topic_label(topic)) if topic else "",
        "is_in": is_in,
        "is_open": round.phase in ("mentor_call", "mentee_call") and at < page.mentor_deadline,
        "round_title": lambda reader: localised(page, reader.language).title,
        "deadline": lambda reader: said_in_both(page.mentor_deadline, reader.zone, page.time_zone),
        "url": lambda reader: site_url(
            "mentoring:places" if is_in else "mentoring:begin", round.code, "mentor", language=reader.language
        ),
    }
