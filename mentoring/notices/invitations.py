from datetime import datetime

from mentoring.dates import said_in_both
from mentoring.notices.readers import send
from network.members.notices import site_url


def invited(application, *, token: str, message: str, at: datetime) -> None:
    send(
        "invited",
        application,
        at=at,
        message=message,
        invitation_url=lambda reader: site_url("mentoring:invited", token, language=reader.language),
        expires=lambda reader: said_in_both(
            application.invitation.expires_at, reader.zone, application.round.page.time_zone
        ),
    )


def renewed(application, *, at: datetime) -> None:
    send("renewed", application, at=at, once_key=f"mentoring-renewed-{application.pk}")
