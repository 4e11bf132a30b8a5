from datetime import datetime

from mentoring.models import Application


def after_leaving(application: Application, *, by, at: datetime) -> None:
    """What follows when an applicant withdraws or a mentor pauses. Runs inside the transaction of that change."""
