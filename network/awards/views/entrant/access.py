"""Whose entry it is."""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.views.decorators.cache import never_cache

from network.awards.models import Entry
from network.awards.rules.people import author_of


def own_entry(view):
    """Gives the view the entry its author asked for; 404 to everybody else."""

    @wraps(view)
    @never_cache
    @login_required
    def wrapped(request, reference, *args, **kwargs):
        entry = (
            Entry.objects.filter(reference=reference)
            .select_related("round", "page", "current_snapshot")
            .prefetch_related("parts", "repairs")
            .first()
        )
        author = author_of(entry, request.user) if entry else None
        if author is None:
            raise Http404
        request.author = author
        return view(request, entry, *args, **kwargs)

    return wrapped
