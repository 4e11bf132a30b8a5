from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from network.awards.queries.jury_ranking import ranking_for
from network.awards.states import Phase
from network.awards.views.jury.access import own_place


@require_safe
@own_place
def ranking(request, juror):
    """The jury's ranking for its meeting, as if the entries she stepped aside from had never been entered."""
    if juror.round.phase != Phase.DECIDING:
        raise Http404
    context = {"juror": juror, "round": juror.round, "rows": ranking_for(juror)}
    return render(request, "awards/jury/ranking.html", context)
