"""What somebody is writing: kept with her account, or in her session until she has one."""

from mentoring.actions.applications import begin_application, save_step
from mentoring.answers import Step, steps_of
from mentoring.models import Application, PrivateAnswers, Round
from mentoring.rules.applications import why_not_apply
from mentoring.states import Standing
from network.content.refusals import Refused

SESSION_KEY = "mentoring_drafts"
NAMED_KEY = "mentoring_named"


class AccountDraft:
    """An application; the same on every device."""

    is_kept = True

    def __init__(self, application: Application):
        self.application = application
        self.round, self.side = application.round, application.side
        self.answers = application.working_copy
        self.eligibility = application.eligibility
        self.asked_steps = application.asked_steps

    @property
    def private(self) -> dict:
        row = PrivateAnswers.objects.filter(application=self.application).first()
        return (
            {
                name: getattr(row, name)
                for name in ("avoid", "line_manager", "accessibility", "contact", "pronoun")
            }
            if row
            else {}
        )

    def save(self, step, *, answers, private, seen, by, at):
        save_step(
            application=self.application, step=step, answers=answers, private=private, seen=seen, by=by, at=at
        )


class SessionDraft:
    """Answers of somebody without an account, in the session on our side; they become hers when she signs in."""

    is_kept = False
    application = None
    asked_steps = ()

    def __init__(self, request, round: Round, side: str):
        self.request, self.round, self.side = request, round, side
        self.stored = request.session.get(SESSION_KEY, {}).get(f"{round.code}:{side}", {})

    @property
    def exists(self) -> bool:
        return bool(self.stored)

    @property
    def answers(self) -> dict:
        return self.stored.get("answers", {})

    @property
    def private(self) -> dict:
        return self.stored.get("private", {})

    @property
    def eligibility(self) -> dict:
        return self.stored.get("eligibility", {})

    def begin(self, eligibility: dict, answers: dict) -> None:
        self.stored = {
            "eligibility": eligibility,
            "answers": {**self.answers, **answers},
            "private": self.private,
        }
        self._write()

    def save(self, step, *, answers, private, seen, by, at):
        if sentence := why_not_apply(self.round, self.side, at=at):
            raise Refused(sentence)
        self.stored["answers"] = {**self.answers, **answers}
        self.stored["private"] = {**self.private, **(private or {})}
        self._write()

    def _write(self) -> None:
        drafts = self.request.session.get(SESSION_KEY, {})
        drafts[f"{self.round.code}:{self.side}"] = self.stored
        self.request.session[SESSION_KEY] = drafts


def draft_of(request, round: Round, side: str) -> AccountDraft | SessionDraft | None:
    """Her draft or application in this round, or None before she began."""
    if request.user.is_authenticated:
        application = (
            Application.objects.filter(round=round, side=side, person=request.user)
            .select_related("round__page", "mentee_profile", "mentor_profile")
            .first()
        )
        return AccountDraft(application) if application else None
    draft = SessionDraft(request, round, side)
    return draft if draft.exists else None


def adopt_drafts(request, *, user, language: str, at) -> list[Application]:
    """At sign-in: what she wrote before becomes her own; an application she has already is left as it is."""
    drafts = request.session.pop(SESSION_KEY, {})
    found = []
    for key, stored in drafts.items():
        code, _colon, side = key.partition(":")
        round = Round.objects.select_related("page").filter(code=code).first()
        if round is None:
            continue
        try:
            application = begin_application(
                round=round,
                side=side,
                person=user,
                eligibility=stored.get("eligibility", {}),
                answers=stored.get("answers", {}),
                language=language,
                at=at,
            )
        except Refused:
            continue  # the call closed while she looked for her password
        if application.created_at == at and stored.get("private"):
            save_step(
                application=application, step="extras", answers={}, private=stored["private"], by=user, at=at
            )
        found.append(application)
    return found


def steps_for(draft) -> tuple[Step, ...]:
    """The steps she goes through now. «Equal chances» asks nothing of somebody without an account."""
    return tuple(step for step in steps_of(draft.side) if draft.is_kept or step.code != "equity")


def is_writable(draft) -> bool:
    return draft.application is None or draft.application.state in {
        Standing.DRAFT,
        Standing.SUBMITTED,
        Standing.NEEDS_CHANGES,
    }
