from django.core.paginator import Page, Paginator
from django.http import Http404
from django.utils.translation import gettext as _


def paged(rows, request, size: int) -> Page:
    """The asked page of a list; an impossible number is a clean 404, never an error."""
    number = request.GET.get("page", "1")
    paginator = Paginator(rows, size)
    if not number.isascii() or not number.isdigit() or len(number) > 6:
        raise Http404(_("There is no such page."))
    if not 1 <= int(number) <= paginator.num_pages:
        raise Http404(_("There is no such page."))
    return paginator.page(int(number))
