"""Whose reading it is."""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.views.decorators.cache import never_cache

from network.awards.jury_states import JurorState
from network.awards.models import Juror
from network.awards.queries.reading_room import readable


def own_place(view):
    """Gives the view her place on the jury of the round in the address; 404 to everybody else."""

    @wraps(view)
    @never_cache
    @login_required
    def wrapped(request, code, *args, **kwargs):
        juror = (
            Juror.objects.filter(round__code=code.upper(), user=request.user, state=JurorState.ACTIVE)
            .select_related("round", "user")
            .first()
        )
        if juror is None:
            raise Http404
        return view(request, juror, *args, **kwargs)

    return wrapped


def own_reading(view):
    """Gives the view the assignment of the entry in the address, if she may read it now; 404 otherwise."""

    @wraps(view)
    @never_cache
    @login_required
    def wrapped(request, reference, *args, **kwargs):
        assignment = readable(request.user).filter(entry__reference=reference).first()
        if assignment is None:
            raise Http404
        return view(request, assignment, *args, **kwargs)

    return wrapped
