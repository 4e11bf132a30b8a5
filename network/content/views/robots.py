from django.conf import settings
from django.http import HttpResponse

DISALLOWED = ("/admin/", "/documents/", "/*/my/", "/*/account/", "/*/search/", "/*/v/")


def robots(request):
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in DISALLOWED),
        "",
        f"Sitemap: {settings.SITE_URL}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
