"""Who is in the pool, where places are missing, which runs there are."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from mentoring.models import Ruling, Run
from mentoring.permissions import coordinators_only
from mentoring.queries.gaps import gaps_of
from mentoring.queries.pool import pool_of
from mentoring.queries.pool_bars import bars
from mentoring.rules.runs import why_not_make_run
from mentoring.views.desk.rounds import asked_round

RUN_TONES = {
    "draft": "action",
    "published": "success",
    "failed": "danger",
    "running": "notice",
    "queued": "notice",
}


@coordinators_only
@require_safe
def desk(request, code):
    round, now = asked_round(code), timezone.now()
    pool = pool_of(round, at=now)
    runs = list(
        Run.objects.filter(round=round)
        .select_related("made_by", "based_on")
        .defer("input", "result", "based_on__input", "based_on__result")
    )
    rulings = Ruling.objects.filter(round=round).select_related(
        "mentee__mentee_profile", "mentor__mentor_profile", "by"
    )
    return render(
        request,
        "mentoring/matching/desk.html",
        {
            "round": round,
            "pool": pool,
            "bars": bars(pool),
            "gaps": gaps_of(round, pool),
            "runs": [(run, RUN_TONES.get(run.state, "")) for run in runs],
            "computed": [run for run in runs if run.state in ("draft", "published")],
            "is_computing": any(run.state in ("queued", "running") for run in runs),
            "rulings": rulings,
            "why_not": why_not_make_run(round, by=request.user, at=now),
        },
    )
