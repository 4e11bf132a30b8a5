"""How a person's applications are exported and erased."""

from django.utils.translation import gettext_lazy as _

from mentoring.models import (
    Application,
    Avoidance,
    CallNotice,
    EquityAnswers,
    MentorListing,
    PrivateAnswers,
)
from network.members.registries import PersonalData, register_personal_data


def fill() -> None:
    register_personal_data(
        PersonalData(
            code="mentoring",
            title=_("Mentoring: applications"),
            covers=(
                "mentoring.application",
                "mentoring.applicationreview",
                "mentoring.avoidance",
                "mentoring.mentorlisting",
            ),
            export=export,
            erase=erase,
            order=40,
        )
    )


def export(user) -> list[dict]:
    """Everything she gave and was told, a row for each application, and her listing."""
    rows = [
        _application(one)
        for one in Application.objects.filter(person=user).select_related("round").order_by("created_at")
    ]
    listing = MentorListing.objects.filter(person=user).first()
    if listing:
        rows.append(
            {
                "what": "listing",
                "page": str(listing.key),
                "listed": listing.listed_at,
                "unlisted": listing.unlisted_at,
            }
        )
    rows += [
        {"what": "wish to hear of the next call", "side": notice.side, "asked": notice.asked_at}
        for notice in CallNotice.objects.filter(email__iexact=user.email)
    ]
    return rows


def _application(one: Application) -> dict:
    private = PrivateAnswers.objects.filter(application=one).values(
        "avoid", "line_manager", "accessibility", "contact", "pronoun"
    )
    equity = EquityAnswers.objects.filter(application=one).values_list("answers", flat=True)
    return {
        "what": "application",
        "round": one.round.code,
        "side": one.side,
        "state": one.state,
        "reference": one.reference,
        "eligibility": one.eligibility,
        "working_copy": one.working_copy,
        "private_answers": private.first(),
        "equity_answers": equity.first(),
        "sent_versions": list(one.snapshots.values("number", "answers", "language", "sha256", "sent_at")),
        "letters_of_the_coordinator": list(one.reviews.exclude(message="").values("kind", "message", "at")),
        "file": one.cv.name if hasattr(one, "cv") else None,
        "begun": one.created_at,
        "sent": one.sent_at,
        "decided": one.decided_at,
        "withdrawn": one.withdrawn_at,
    }


def erase(user, *, at) -> str | None:
    """Profiles, texts, files and private answers go; an empty row stays for the counts of a round."""
    from mentoring.actions.erasing import erase_application, erase_listing

    kept = 0
    for one in Application.objects.filter(person=user):
        kept += erase_application(application=one, at=at)
    erase_listing(person=user, at=at)
    Avoidance.objects.filter(other=user).delete()
    CallNotice.objects.filter(email__iexact=user.email).delete()
    return (
        _("That applications were sent and how they ended stays in the counts of their rounds, without you.")
        if kept
        else None
    )
