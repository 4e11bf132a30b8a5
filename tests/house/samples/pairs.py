"""What the URLs of runs, offers and pairs are about: the member is one of the two."""

from datetime import timedelta

from django.utils import timezone

from mentoring.actions.pairs import add_goal, report_concern
from mentoring.actions.runs import make_run
from mentoring.models import Meeting
from mentoring.pair_states import PairState
from mentoring.tasks import compute_run
from tests.factories import pairs as make


def _pair(people, state=PairState.ACTIVE, side="mentee", **fields):
    round = make.matching_round("running")
    own = getattr(make, side)(round, person=people["member"])
    return make.pair(round, state=state, at=timezone.now(), **{f"{side}_": own}, **fields)


def offer(people):
    return {"uuid": _pair(people, PairState.OFFERED).uuid}


def offer_to_mentor(people):
    return {"uuid": _pair(people, PairState.OFFERED, "mentor").uuid}


def pair(people):
    return {"uuid": _pair(people).uuid}


def signed(people):
    from mentoring.actions.pairs import sign_agreement

    one = _pair(people, PairState.ACCEPTED)
    sign_agreement(
        pair=one, text="<p>Текст</p>", version="1", language="ru", by=people["member"], at=timezone.now()
    )
    return {"uuid": one.uuid}


def goal(people):
    one = _pair(people)
    return {
        "uuid": one.uuid,
        "pk": add_goal(pair=one, text="Цель", by=people["member"], at=timezone.now()).pk,
    }


def meeting(people):
    return {"uuid": _meeting(people, timedelta(days=2)).uuid}


def past_meeting(people):
    return {"uuid": _meeting(people, timedelta(days=-2)).uuid}


def _meeting(people, away):
    return Meeting.objects.create(
        pair=_pair(people), starts_at=timezone.now() + away, minutes=60, time_zone="Europe/Moscow",
        planned_by=people["member"], planned_at=timezone.now(),
    )  # fmt: skip


def paused(people):
    return {"uuid": _pair(people, PairState.PAUSED).uuid}


def ended(people):
    return {"uuid": _pair(people, PairState.ENDED_EARLY).uuid}


def cv(people):
    from django.core.files.base import ContentFile

    from mentoring.models import AttachedFile

    one = _pair(people, side="mentor")
    row = AttachedFile(
        application=one.mentee, name="cv.pdf", size=4, sha256="0" * 64, uploaded_at=timezone.now()
    )
    row.file.save("cv.pdf", ContentFile(b"%PDF"), save=False)
    row.save()
    return {"uuid": one.uuid}


def _round():
    round = make.matching_round()
    make.mentee(round), make.mentor(round)
    return round


def round_code(people):
    return {"code": _round().code}


def wanted(people):
    return {"code": _round().code, "kind": "ru.moderation"}


def exported(people):
    return {"code": _pair(people).round.code, "kind": "csv"}


def _run(people, round=None):
    return make_run(
        round=round or _round(), policy={}, by=people["coordinator"], at=timezone.now(),
        enqueue=lambda run: compute_run.enqueue(run.pk),
    )  # fmt: skip


def run(people):
    return {"pk": _run(people).pk}


def two_runs(people):
    round = _round()
    return {"pk": _run(people, round).pk, "other": _run(people, round).pk}


def run_file(people):
    return {"pk": _run(people).pk, "kind": "problem"}


def run_shares(people):
    return {"pk": _run(people).pk, "kind": "csv"}


def run_mentee(people):
    round = _round()
    return {"pk": _run(people, round).pk, "number": round.applications.get(side="mentee").pk}


def mentee(people):
    return {"reference": _round().applications.get(side="mentee").reference}


def concern(people):
    one = _pair(people)
    return {"pk": report_concern(pair=one, text="Тревога", by=people["member"], at=timezone.now()).pk}


def act(people):
    return {"uuid": _pair(people).uuid, "verb": "seen"}
