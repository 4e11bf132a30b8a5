"""Sealed pages and the rest of the Wagtail admin: who meets them there, and what may be done with them. Nobody, nothing.

Wagtail knows no right to *view* a page and gives a superuser every right, so
both are taken away here, for every type of sealed page at once: the apps' own
screens are the only way in.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from wagtail.models import PagePermissionTester


class NoPermissions(PagePermissionTester):
    """Refuses everything to everybody, superusers included: edit, draft view, history, copy, move, delete, publish."""

    def _no(self, *args, **kwargs) -> bool:
        return False

    user_has_lock = page_locked = _no
    can_add_subpage = can_edit = can_delete = can_unpublish = can_publish = _no
    can_submit_for_moderation = can_set_view_restrictions = can_unschedule = can_lock = can_unlock = _no
    can_publish_subpage = can_reorder_children = can_move = can_copy = can_move_to = can_copy_to = _no
    can_view_revisions = _no


def is_sealed(page) -> bool:
    """Whether a page, of whatever class it was read as, lies under seal or is the intake itself."""
    from network.content.models import IntakePage, SealedPage

    return issubclass(page.specific_class or type(page), SealedPage | IntakePage)


def without_sealed(pages: QuerySet) -> QuerySet:
    """A queryset of pages without the intake and what lies in it."""
    from network.content.models import intake

    return pages.not_descendant_of(intake(), inclusive=True)


def keep_out_of_choosers(pages, request):
    """For ``construct_page_chooser_queryset``: Wagtail's chooser shows every page to every editor."""
    return without_sealed(pages)


def keep_out_of_explorer(parent, pages, request):
    """For ``construct_explorer_page_queryset``: only superusers see that the intake is there."""
    return pages if request.user.is_superuser else without_sealed(pages)


def refuse(request, page, *others):
    """For ``before_…_page``: the second belt beside :class:`NoPermissions`."""
    if is_sealed(page):
        raise PermissionDenied


def refuse_in_bulk(request, action_type, objects, action):
    """For ``before_bulk_action``."""
    for one in objects:
        if hasattr(one, "specific_class"):
            refuse(request, one)


REFUSED = (
    "before_edit_page",
    "before_copy_page",
    "before_move_page",
    "before_delete_page",
    "before_publish_page",
    "before_unpublish_page",
    "before_convert_alias_page",
)
