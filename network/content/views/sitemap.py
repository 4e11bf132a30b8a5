from django.conf import settings
from django.http import Http404, HttpResponse, StreamingHttpResponse

from network.content import sitemap

KIND = "application/xml; charset=utf-8"


def index(request):
    """One file when all pages fit, else a list of files."""
    count = sitemap.parts()
    if count == 1:
        return StreamingHttpResponse(sitemap.part(0, 1), content_type=KIND)
    rows = "".join(
        f"<sitemap><loc>{settings.SITE_URL}/sitemap-{number}-{count}.xml</loc></sitemap>"
        for number in range(count)
    )
    return HttpResponse(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</sitemapindex>',
        content_type=KIND,
    )


def part(request, number: int, of: int):
    if of not in (1, 16, 256) or number >= of:
        raise Http404
    return StreamingHttpResponse(sitemap.part(number, of), content_type=KIND)
