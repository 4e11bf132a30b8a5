"""Letters about an offer. None of them names the other person: who it is stands on the page behind the sign-in."""

from datetime import datetime

from mentoring.dates import said_in_both
from mentoring.notices.readers import preview, send
from network.members.notices import site_url


def offered(pair, side: str, *, at: datetime):
    return _send("offer", pair, side, at=at, once_key=f"mentoring-offer-{pair.uuid}-{side}")


def preview_offer(pair, side: str):
    """Reader, subject and text as the letter will read for this very person."""
    return preview("offer", pair.application_of(side), **_facts(pair))


def nudge(pair, side: str, *, day: int, at: datetime):
    return _send(
        "offer-waits", pair, side, at=at, once_key=f"mentoring-nudge-{pair.uuid}-{side}-{day}", day=day
    )


def more_time(pair, side: str, *, at: datetime):
    return _send("offer-more-time", pair, side, at=at)


def settled(pair, side: str, *, at: datetime):
    """Both said yes."""
    return _send("pair-settled", pair, side, at=at, once_key=f"mentoring-settled-{pair.uuid}-{side}")


def came_back(pair, side: str, *, at: datetime):
    """The pair did not come about, and not through her."""
    return _send("offer-came-back", pair, side, at=at, once_key=f"mentoring-back-{pair.uuid}-{side}")


def lapsed(pair, side: str, *, at: datetime):
    """She did not answer in time."""
    return _send("offer-lapsed", pair, side, at=at, once_key=f"mentoring-lapsed-{pair.uuid}-{side}")


def not_paired(application, run, *, at: datetime):
    return send("not-paired", application, at=at, once_key=f"mentoring-not-paired-{application.pk}-{run.pk}")


def preview_not_paired(application):
    return preview("not-paired", application)


def _send(template: str, pair, side: str, *, at: datetime, once_key: str | None = None, **facts):
    return send(template, pair.application_of(side), at=at, once_key=once_key, **{**_facts(pair), **facts})


def _facts(pair) -> dict:
    return {
        "answer_by": lambda reader: said_in_both(pair.answer_by, reader.zone, pair.round.page.time_zone),
        "offer_url": lambda reader: site_url("mentoring:offer", pair.uuid, language=reader.language),
        "pair_url": lambda reader: site_url("mentoring:pair", pair.uuid, language=reader.language),
    }
