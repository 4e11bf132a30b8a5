"""The public address of the site: one setting, ``SITE_URL``, from which Wagtail's own record is kept."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Site

PORTS = {"http": 80, "https": 443}


def point_site(url: str = "") -> None:
    """Give Wagtail's default site the host and port of ``url`` (of ``SITE_URL`` by default).

    Canonical addresses, hreflang, the sitemap, feeds and letters are made from that record;
    a new Wagtail database says ``localhost`` there, whatever the site's address is.
    """
    address = urlsplit(url or settings.SITE_URL)
    hostname, port = address.hostname, address.port or PORTS[address.scheme]
    for site in Site.objects.filter(is_default_site=True).exclude(hostname=hostname, port=port):
        site.hostname, site.port = hostname, port
        site.save()
