"""What an applicant does with her own application."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from mentoring import notices
from mentoring.actions.leaving import after_leaving
from mentoring.answers import MENTOR, PRIVATE, asked, step_of, steps_of
from mentoring.consents import IF_SHE_LIKES, TO_APPLY
from mentoring.models import Application, ApplicationSnapshot, EquityAnswers, PrivateAnswers, Round
from mentoring.profile_fields import empty_page, fill_profile, fingerprint
from mentoring.queries.carried import CARRIED, left_without_pair
from mentoring.rules.applications import (
    why_not_begin,
    why_not_change_places,
    why_not_come_back,
    why_not_discard,
    why_not_save,
    why_not_submit,
    why_not_withdraw,
)
from mentoring.states import APPLICANT, APPLICATION_MOVES, Standing
from network.content.models import add_sealed
from network.content.refusals import Refused
from network.members.actions.consents import give_consent
from network.members.history import record
from network.members.models import Consent


class Overtaken(Refused):
    """The same step was saved from another device since this form was shown; ``there`` is what stands now."""

    def __init__(self, there: dict):
        from django.utils.translation import gettext_lazy as _

        super().__init__(
            _(
                "You changed this step on another device meanwhile. Below is what you have just written; "
                "save again to keep it, or reload the page to keep the other version."
            )
        )
        self.there = there


def locked(pk: int) -> Application:
    return Application.objects.select_for_update(of=("self",)).get(pk=pk)


@transaction.atomic
def begin_application(
    *,
    round: Round,
    side: str,
    person,
    eligibility: dict,
    language: str,
    at: datetime,
    answers: dict | None = None,
) -> Application:
    """Her draft in this round; the one she has already when there is one."""
    from network.members.models import User

    User.objects.select_for_update(of=("self",)).get(pk=person.pk)
    if existing := Application.objects.filter(round=round, side=side, person=person).first():
        return existing
    if sentence := why_not_begin(round, side, eligibility=eligibility, at=at):
        raise Refused(sentence)
    carried = left_without_pair(person, side)
    application = Application.objects.create(
        round=round,
        side=side,
        person=person,
        eligibility=eligibility,
        working_copy=with_known(answers or {}, known_answers(person, side), side),
        language=language,
        tier=CARRIED if carried else 0,
        carried_from=carried,
        created_at=at,
        saved_at=at,
    )
    record("begin_application", application, by=person, at=at, after=Standing.DRAFT)
    return application


def with_known(answers: dict, known: dict, side: str) -> dict:
    """Her own words, and what the account knows for the steps she has not touched."""
    touched = {name for step in steps_of(side) if set(step.asks) & set(answers) for name in step.asks}
    return {**{name: value for name, value in known.items() if name not in touched}, **answers}


def known_answers(person, side: str) -> dict:
    """What her account knows already, so that she need not write it again."""
    from network.members.models import Profile

    profile = Profile.objects.filter(user=person).select_related("institution").first()
    if profile is None:
        return {}
    answers = {
        "name": profile.name,
        "name_latin": profile.name_latin,
        "country": profile.country,
        "city": profile.city,
        "time_zone": profile.time_zone,
        "institution_name": profile.institution.name if profile.institution else profile.institution_name,
        "library_type": profile.institution.kind if profile.institution else "",
        "post": profile.post,
        "languages": [{"code": row.language, "level": row.level} for row in profile.languages.all()],
    }
    return {name: value for name, value in answers.items() if value and name in asked(side)}


@transaction.atomic
def answer_eligibility(*, application: Application, answers: dict, by, at: datetime) -> Application:
    """The questions at the beginning, for a draft that somebody else began."""
    application = locked(application.pk)
    if sentence := why_not_save(application, by=by, at=at):
        raise Refused(sentence)
    if sentence := why_not_begin(application.round, application.side, eligibility=answers, at=at):
        raise Refused(sentence)
    application.eligibility = answers
    application.save(update_fields=["eligibility"])
    return application


@transaction.atomic
def save_step(
    *,
    application: Application,
    step: str,
    answers: dict,
    private: dict | None = None,
    seen: str | None = None,
    by,
    at: datetime,
) -> Application:
    """Keep one step of the working copy. ``seen`` is the fingerprint of the step when its form was shown."""
    application = locked(application.pk)
    if sentence := why_not_save(application, by=by, at=at):
        raise Refused(sentence)
    asks = step_of(application.side, step).asks
    there = {name: application.working_copy[name] for name in asks if name in application.working_copy}
    if there == answers:
        _save_private(application, private)
        return application
    if seen is not None and seen != fingerprint(there):
        raise Overtaken(there)
    application.working_copy = {**application.working_copy, **answers}
    application.working_version += 1
    application.saved_at = at
    application.save(update_fields=["working_copy", "working_version", "saved_at"])
    _save_private(application, private)
    return application


def _save_private(application: Application, private: dict | None) -> None:
    if private:
        PrivateAnswers.objects.update_or_create(
            application=application, defaults={name: private[name] for name in PRIVATE if name in private}
        )


@transaction.atomic
def save_equity(*, application: Application, answers: dict, by, at: datetime) -> None:
    application = locked(application.pk)
    if sentence := why_not_save(application, by=by, at=at):
        raise Refused(sentence)
    given = {code: value for code, value in answers.items() if value}
    if given:
        EquityAnswers.objects.update_or_create(application=application, defaults={"answers": given})
    else:
        EquityAnswers.objects.filter(application=application).delete()


@transaction.atomic
def submit_application(
    *, application: Application, consented: set[str], language: str, by, at: datetime
) -> ApplicationSnapshot:
    """Send what stands in the working copy. Sending the same again changes nothing and answers with the same receipt."""
    application = locked(application.pk)
    answers = {
        name: application.working_copy[name]
        for name in asked(application.side)
        if name in application.working_copy
    }
    last = application.snapshots.first()
    sha256 = fingerprint(answers)
    if (
        last
        and last.sha256 == sha256
        and application.state == Standing.SUBMITTED
        and application.person_id == by.pk
    ):
        return last
    if sentence := why_not_submit(
        application, answers=answers, consented=consented | open_consents(application), by=by, at=at
    ):
        raise Refused(sentence)
    before = application.state
    application.state = APPLICATION_MOVES.target("submit", before, by=APPLICANT)
    _give_number(application)
    application.language = language
    application.sent_at = at
    application.first_sent_at = application.first_sent_at or at
    application.asked_steps, application.changes_due_at = [], None
    _write_profile(application, answers)
    application.search_text = search_text(application)
    application.save()
    _keep_consents(application, consented, language, by=by, at=at)
    snapshot = ApplicationSnapshot.objects.create(
        application=application,
        number=last.number + 1 if last else 1,
        answers=answers,
        language=language,
        sha256=sha256,
        sent_at=at,
    )
    record(
        "submit_application",
        application,
        by=by,
        at=at,
        before=before,
        after=application.state,
        version=snapshot.number,
    )
    notices.applications.receipt(application, snapshot, at=at)
    return snapshot


def search_text(application: Application) -> str:
    """What a coordinator finds an application by, in small letters."""
    profile = application.profile
    email = application.person.email if application.person else ""
    words = [
        application.reference, profile.name, profile.name_latin, profile.institution_name, profile.city, email,
    ]  # fmt: skip
    return " ".join(words).casefold().replace("ё", "е")


def open_consents(application: Application) -> set[str]:
    if not application.reference:
        return set()
    return set(
        Consent.objects.filter(
            user_id=application.person_id, subject=application.reference, withdrawn_at__isnull=True
        ).values_list("purpose", flat=True)
    )


def _give_number(application: Application) -> None:
    if application.reference:
        return
    Round.objects.filter(pk=application.round_id).update(last_number=F("last_number") + 1)
    code, number = Round.objects.values_list("code", "last_number").get(pk=application.round_id)
    application.number, application.reference = number, f"{code}-{number:04}"


def _write_profile(application: Application, answers: dict) -> None:
    """The sealed page says what was sent last."""
    page = application.profile or empty_page(application.side)
    fill_profile(
        page,
        answers,
        side=application.side,
        language=application.language,
        week_of=application.round.page.pairs_from,
    )
    if page.pk:
        page.save()
        return
    page.title = application.reference
    add_sealed(page)
    if application.side == MENTOR:
        application.mentor_profile = page
    else:
        application.mentee_profile = page


def _keep_consents(application: Application, consented: set[str], language: str, *, by, at: datetime) -> None:
    for purpose in (*TO_APPLY, *IF_SHE_LIKES):
        if purpose.code in consented:
            give_consent(user=by, purpose=purpose, language=language, at=at, subject=application.reference)


@transaction.atomic
def withdraw_application(*, application: Application, by, at: datetime, why: str = "") -> Application:
    application = locked(application.pk)
    if sentence := why_not_withdraw(application, by=by, at=at):
        raise Refused(sentence)
    before = application.state
    application.state = APPLICATION_MOVES.target("withdraw", before, by=APPLICANT)
    application.withdrawn_at = at
    application.save(update_fields=["state", "withdrawn_at"])
    record("withdraw_application", application, by=by, at=at, before=before, after=application.state, why=why)
    notices.applications.withdrawn(application, at=at)
    after_leaving(application, by=by, at=at)
    return application


@transaction.atomic
def come_back(*, application: Application, by, at: datetime) -> Application:
    application = locked(application.pk)
    if sentence := why_not_come_back(application, by=by, at=at):
        raise Refused(sentence)
    before = application.state
    application.state = APPLICATION_MOVES.target("come_back", before, by=APPLICANT)
    application.withdrawn_at = None
    application.saved_at = at
    application.save(update_fields=["state", "withdrawn_at", "saved_at"])
    record("come_back", application, by=by, at=at, before=before, after=application.state)
    return application


@transaction.atomic
def discard_draft(*, application: Application, by, at: datetime) -> None:
    """Throw a draft away with everything that hangs on it; a draft that was once sent is withdrawn again."""
    application = locked(application.pk)
    if sentence := why_not_discard(application, by=by, at=at):
        raise Refused(sentence)
    if application.reference:
        application.state, application.withdrawn_at = Standing.WITHDRAWN, at
        application.save(update_fields=["state", "withdrawn_at"])
        record("discard_draft", application, by=by, at=at, before=Standing.DRAFT, after=Standing.WITHDRAWN)
        return
    record("discard_draft", application, by=by, at=at, before=Standing.DRAFT)
    if hasattr(application, "cv"):
        application.cv.file.delete(save=False)
    application.delete()


@transaction.atomic
def change_places(*, application: Application, places: int, paused_until, by, at: datetime) -> Application:
    """A mentor says how many she can take now, or that she pauses; what is taken already is never taken back here."""
    application = locked(application.pk)
    if sentence := why_not_change_places(application, places=places, by=by, at=at):
        raise Refused(sentence)
    profile = application.mentor_profile
    before = profile.places
    paused = paused_until and paused_until != application.paused_until
    profile.places = places
    profile.save()
    application.working_copy = {**application.working_copy, "places": places}
    application.paused_until = paused_until
    application.save(update_fields=["working_copy", "paused_until"])
    record("change_places", application, by=by, at=at, before=str(before), after=str(places))
    if paused:
        after_leaving(application, by=by, at=at)
    return application
