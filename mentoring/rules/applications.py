"""May she apply, save, send, withdraw now?"""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.answers import LABELS, MENTOR, missing
from mentoring.dates import said
from mentoring.models import Application, Round
from mentoring.queries.taken import places_taken
from mentoring.states import APPLICANT, APPLICATION_MOVES, Phase, Standing
from mentoring.vocabularies import topic_label

WRITABLE = {Standing.DRAFT, Standing.SUBMITTED, Standing.NEEDS_CHANGES}
CALLING = {
    "mentor": (Phase.MENTOR_CALL, Phase.MENTEE_CALL),
    "mentee": (Phase.MENTEE_CALL,),
}


def why_not_apply(round: Round, side: str, *, at: datetime) -> str | None:
    """Why this call takes no application now."""
    page = round.page
    if at < page.opens_at(side) or round.phase == Phase.PREPARING:
        return _("This call is not open yet. It opens on %(when)s.") % {
            "when": said(page.opens_at(side), page.time_zone)
        }
    if at >= page.deadline(side):
        return _("This call closed on %(when)s.") % {"when": said(page.deadline(side), page.time_zone)}
    if round.phase not in CALLING[side]:
        if side == "mentee" and round.phase == Phase.MENTOR_CALL:
            return _("We are calling for mentors first. The call for mentees opens after that.")
        return _("This call has been closed by the coordinator.")
    return None


def why_not_begin(round: Round, side: str, *, eligibility: dict, at: datetime) -> str | None:
    if sentence := why_not_apply(round, side, at=at):
        return sentence
    if unmet(round, side, eligibility):
        return _("Please answer the questions at the beginning first.")
    return None


def eligibility_questions(page, side: str) -> list:
    return [block.value for block in page.eligibility if block.value["side"] in ("both", side)]


def unmet(round: Round, side: str, answers: dict) -> list:
    """Questions not answered as the round needs, in order."""
    return [q for q in eligibility_questions(round.page, side) if answers.get(q["code"]) != q["wanted"]]


def is_own(application: Application, by) -> bool:
    return by is not None and application.person_id is not None and application.person_id == by.pk


def why_not_save(application: Application, *, by, at: datetime) -> str | None:
    if not is_own(application, by):
        return _("This is not your application.")
    if application.state not in WRITABLE:
        return _(
            "This application can no longer be changed. Write to the coordinator if something is wrong in it."
        )
    if application.state == Standing.NEEDS_CHANGES and application.changes_due_at:
        if at >= application.changes_due_at:
            zone = application.round.page.time_zone
            return _("The time for corrections ended on %(when)s.") % {
                "when": said(application.changes_due_at, zone)
            }
        return None
    return why_not_apply(application.round, application.side, at=at)


def why_not_submit(
    application: Application, *, answers: dict, consented: set[str], by, at: datetime
) -> str | None:
    if sentence := why_not_save(application, by=by, at=at):
        return sentence
    if not APPLICATION_MOVES.allows("submit", application.state, by=APPLICANT):
        return _("This application cannot be sent now.")
    if unmet(application.round, application.side, application.eligibility):
        return _("Please answer the questions at the beginning first.")
    if gaps := missing(application.side, answers):
        labels = ", ".join(str(LABELS[name]) for _step, name in gaps)
        return _("Still missing: %(answers)s.") % {"answers": labels}
    if sentence := why_answers_do_not_fit(application, answers):
        return sentence
    from mentoring.consents import TO_APPLY

    if [purpose for purpose in TO_APPLY if purpose.code not in consented]:
        return _(
            "Without your consent to each of the texts marked as needed we may not read the application."
        )
    return None


def why_answers_do_not_fit(application: Application, answers: dict) -> str | None:
    """What the round's page allowed when she wrote it, and no longer does."""
    page = application.round.page
    if gone := [code for code in answers.get("topics", []) if code not in page.topics]:
        return ngettext(
            "This topic is no longer offered in this round: %(topics)s. Please choose another.",
            "These topics are no longer offered in this round: %(topics)s. Please choose others.",
            len(gone),
        ) % {"topics": ", ".join(str(topic_label(code)) for code in gone)}
    if application.side == MENTOR and answers.get("places", 0) > page.most_places:
        return _("In this round a mentor may offer at most %(most)d places.") % {"most": page.most_places}
    return None


def why_not_withdraw(application: Application, *, by, at: datetime) -> str | None:
    if not is_own(application, by):
        return _("This is not your application.")
    if not APPLICATION_MOVES.allows("withdraw", application.state, by=APPLICANT):
        return _("There is nothing to withdraw.")
    if application.round.phase == Phase.CLOSED:
        return _("This round is over.")
    return None


def why_not_come_back(application: Application, *, by, at: datetime) -> str | None:
    if not is_own(application, by):
        return _("This is not your application.")
    if not APPLICATION_MOVES.allows("come_back", application.state, by=APPLICANT):
        return _("This application is not withdrawn.")
    return why_not_apply(application.round, application.side, at=at)


def why_not_discard(application: Application, *, by, at: datetime) -> str | None:
    if not is_own(application, by):
        return _("This is not your application.")
    if application.state != Standing.DRAFT:
        return _("This application has been sent. You can withdraw it.")
    return None


def why_not_change_places(application: Application, *, places: int, by, at: datetime) -> str | None:
    if not is_own(application, by):
        return _("This is not your application.")
    if application.side != MENTOR or application.state not in {
        Standing.SUBMITTED,
        Standing.ACCEPTED,
        Standing.WAITLISTED,
    }:
        return _("Places can be changed once your application is sent.")
    most = application.round.page.most_places
    if not 0 <= places <= most:
        return _("In this round a mentor may offer at most %(most)d places.") % {"most": most}
    taken = places_taken([application.pk]).get(application.pk, 0)
    if places < taken:
        return ngettext(
            "%(taken)d place is taken already. To give it back, talk to the coordinator: nobody is let down then.",
            "%(taken)d places are taken already. To give one back, talk to the coordinator: nobody is let down then.",
            taken,
        ) % {"taken": taken}
    return None
