"""What mentoring's URLs are about: the member owns it."""

from django.core.files.base import ContentFile
from django.utils import timezone

from mentoring.actions.invitations import invite
from mentoring.actions.mentors import list_mentor
from mentoring.models import AttachedFile, MentorListing, Round
from network.members.actions.invitations import fingerprint
from network.members.models import Invitation
from tests.factories.members import make_member
from tests.factories.mentoring import make_mentor, make_round, make_sent


def _round(phase: str = "mentee_call") -> Round:
    return make_round(phase, at=timezone.now())


def _sent(people, side: str = "mentee"):
    return make_sent(side, round=_round(), person=people["member"], at=timezone.now())


def round_code(people):
    return {"code": _round().code}


def own(people):
    return {"code": _sent(people).round.code, "side": "mentee"}


def own_mentor(people):
    return {"code": _sent(people, "mentor").round.code, "side": "mentor"}


def step(people):
    return {**own(people), "step": "question"}


def cv(people):
    application = _sent(people)
    row = AttachedFile(
        application=application, name="cv.pdf", size=4, sha256="0" * 64, uploaded_at=timezone.now()
    )
    row.file.save("cv.pdf", ContentFile(b"%PDF"), save=False)
    row.save()
    return application


def own_cv(people):
    return {"code": cv(people).round.code, "side": "mentee"}


def cv_of_an_applicant(people):
    return {"reference": cv(people).reference}


def listed(people):
    now = timezone.now()
    application = make_mentor(round=_round(), person=make_member(), at=now)
    list_mentor(application=application, language="ru", by=application.person, at=now)
    return {"key": MentorListing.objects.get().key}


def invited(people):
    application = _entered(people)
    Invitation.objects.filter(pk=application.invitation_id).update(token_sha256=fingerprint("token"))
    return {"token": "token"}


def _entered(people):
    return invite(
        round=_round(), side="mentor", email="someone@example.org", language="ru", by=people["coordinator"],
        at=timezone.now(), send=False,
    )  # fmt: skip


def entered(people):
    return {"pk": _entered(people).pk}


def entered_step(people):
    return {"pk": _entered(people).pk, "step": "you"}


def reference(people):
    return {"reference": _sent(people).reference}


def decision(people):
    return {"reference": _sent(people).reference, "verb": "accept"}


def phase(people):
    return {"code": _round().code, "verb": "begin_review"}


def export(people):
    return {"code": _sent(people).round.code, "kind": "csv"}


def former(people):
    application = make_mentor(round=_round(), person=people["member"], at=timezone.now())
    Round.objects.update(phase="closed")
    return {"code": _round().code, "pk": application.pk}
