from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.models import Page

from network.content.limits import limited
from network.content.share_images import draw


@limited("share-image", most=60, seconds=60, methods=("GET",))
def share_image(request, pk: int):
    """The picture of a live page for those who share its address: its title and its thread."""
    page = get_object_or_404(Page.objects.live().public().select_related("locale"), pk=pk)
    if page.locale.language_code != request.LANGUAGE_CODE:
        raise Http404
    response = HttpResponse(draw(page.title, seed=str(page.translation_key)), content_type="image/png")
    response["Cache-Control"] = "public, max-age=86400"
    return response
