from django.shortcuts import render
from wagtail.models import Locale, Page

from network.content.stems import stems


def search(request):
    query = request.GET.get("q", "")[:100]
    words = stems(query, language=request.LANGUAGE_CODE)
    pages = []
    if words:
        live = Page.objects.live().public().filter(locale=Locale.get_active())
        pages = list(live.search(words)[:20])
    return render(request, "content/search.html", {"query": query, "pages": pages})
