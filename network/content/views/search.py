from urllib.parse import urlencode

from django.shortcuts import render
from wagtail.models import Page

from network.content.limits import limited
from network.content.paging import paged
from network.content.searching import KINDS, LONGEST, beside, find

ON_A_PAGE = 10


@limited("search", most=60, seconds=60, methods=("GET",))
def search(request):
    """Search in the reader's language; narrowed by kind; ten a page."""
    question = request.GET.get("q", "").strip()
    kind = request.GET.get("kind", "")
    if kind not in dict(KINDS):
        kind = ""
    found = find(question, language=request.LANGUAGE_CODE, kind=kind) if question else []
    page = paged(found, request, ON_A_PAGE)
    pages = {one.pk: one for one in Page.objects.filter(pk__in=page.object_list).specific(defer=False)}
    return render(
        request,
        "content/search.html",
        {
            "question": question[:LONGEST],
            "is_cut": len(question) > LONGEST,
            "kind": kind,
            "kinds": KINDS,
            "count": len(found),
            "hits": [_hit(pages[pk], request) for pk in page.object_list if pk in pages],
            "beside": beside(question, language=request.LANGUAGE_CODE)
            if not kind and page.number == 1
            else [],
            "page_obj": page,
            "query_string": urlencode({"q": question[:LONGEST], **({"kind": kind} if kind else {})}),
        },
    )


def _hit(page, request) -> dict:
    return {
        "title": page.title,
        "url": page.get_url(request),
        "kind": page._meta.verbose_name,
        "summary": getattr(page, "summary", ""),
    }
