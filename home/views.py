from django.http import Http404
from django.shortcuts import render

from home.queries import stories_tagged
from network.content.models import Tag


def tag(request, code):
    """All stories with one word of the vocabulary."""
    found = Tag.objects.prefetch_related("labels").filter(slug=code).first()
    if found is None:
        raise Http404
    context = stories_tagged(found, request.LANGUAGE_CODE, request)
    return render(request, "home/tag.html", {"tag": found, **context})
