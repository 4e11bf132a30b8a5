"""Who may come to the desk: the secretary and the chair; what they read is noted."""

from functools import wraps
from zoneinfo import ZoneInfo

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access

from network.awards.models import Entry
from network.awards.rules.people import is_award_staff, is_secretary
from network.awards.states import SENT
from network.members.queries import reader_zone


def desk_frame(title: str, *way: tuple[str, str], icon: str = "") -> dict:
    """Title, in the browser's tab too, and the way to a screen: labels and addresses, itself the last."""
    return {
        "page_title": title,
        "header_title": title,
        "header_icon": icon,
        "breadcrumbs_items": [{"url": url, "label": label} for label, url in way],
    }


def _in_her_zone(view, request, *args, **kwargs):
    """The Wagtail admin has a zone of its own; dates are said and read in the one of her profile."""
    with timezone.override(ZoneInfo(reader_zone(request.user))):
        return view(request, *args, **kwargs)


def desk_only(view):
    @wraps(view)
    @never_cache
    @require_admin_access
    def wrapped(request, *args, **kwargs):
        if not is_award_staff(request.user):
            raise PermissionDenied
        return _in_her_zone(view, request, *args, **kwargs)

    return wrapped


def secretary_only(view):
    @wraps(view)
    @never_cache
    @require_admin_access
    def wrapped(request, *args, **kwargs):
        if not is_secretary(request.user):
            raise PermissionDenied
        return _in_her_zone(view, request, *args, **kwargs)

    return wrapped


def sent_entry(view):
    """Gives the view an entry that was sent; drafts are their authors' own."""

    @wraps(view)
    @desk_only
    def wrapped(request, reference, *args, **kwargs):
        entry = (
            Entry.objects.filter(reference=reference, state__in=SENT, submitted_at__isnull=False)
            .select_related("round", "page", "current_snapshot", "nomination")
            .prefetch_related("parts", "repairs")
            .first()
        )
        if entry is None:
            raise Http404
        return view(request, entry, *args, **kwargs)

    return wrapped
