from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve


def serve(request, path):
    """Any page, found by its whole address in two queries.

    Wagtail asks for the site's root, for its translation and then once or twice
    for each part of the address. What is not found here is left to it.
    """
    if page := _find(request, path):
        request._wagtail_route_for_request = RouteResult(page)
    return wagtail_serve(request, path)


def _find(request, path: str) -> Page | None:
    site = Site.find_for_request(request)
    root_path = next(
        (
            root.root_path
            for root in Site.get_site_root_paths()
            if site and root.site_id == site.pk and root.language_code == request.LANGUAGE_CODE
        ),
        None,
    )
    if root_path is None:
        return None
    page = Page.objects.live().filter(url_path=root_path + path).select_related("locale").first()
    # A page that routes by itself decides what its address means.
    if page is None or page.specific_class is None or page.specific_class.route is not Page.route:
        return None
    specific = page.specific
    specific.locale = page.locale
    return specific
