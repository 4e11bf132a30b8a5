from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponseBadRequest
from django.middleware.locale import LocaleMiddleware
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language, override
from wagtail.contrib.redirects.middleware import RedirectMiddleware

LONGEST_QUERY = 8_000


class ArrivalMiddleware:
    """Notes when a request arrived, before it waits for anything: deadlines are judged by this instant."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.received_at = timezone.now()
        return self.get_response(request)


class HostileInputMiddleware:
    """Answers 400 to what no browser sends: NUL in the address, endless queries, a rubbish language cookie.

    NUL characters reach the database as an error otherwise.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        query = request.META.get("QUERY_STRING", "")
        if "\x00" in request.path or "%00" in query or len(query) > LONGEST_QUERY:
            return bad_request(request)
        language = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        if language and language not in dict(settings.LANGUAGES):
            request.COOKIES.pop(settings.LANGUAGE_COOKIE_NAME)
        return self.get_response(request)


# Addresses without a language: what is missing there is missing, not somewhere else.
WITHOUT_LANGUAGE = ("/admin/", "/documents/", "/media/", "/static/", "/health/")


class SiteLocaleMiddleware(LocaleMiddleware):
    """Django sends every missing address on to one with a language; in the admin that is a second error page."""

    def process_response(self, request, response):
        if response.status_code == 404 and request.path_info.startswith(WITHOUT_LANGUAGE):
            response.headers.setdefault("Content-Language", get_language() or settings.LANGUAGE_CODE)
            return response
        return super().process_response(request, response)


def bad_request(request):
    first = request.path_info.split("/", 2)[1] if "/" in request.path_info else ""
    language = first if first in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    with override(language):
        return HttpResponseBadRequest(render_to_string("400.html", {}))


class SiteRedirectMiddleware(RedirectMiddleware):
    """Wagtail's redirects, without the one that leads to the very address that is missing.

    A slug changed there and back, then an unpublished page, leave such a
    redirect behind, and a browser would turn in a circle.
    """

    def process_response(self, request, response):
        answer = super().process_response(request, response)
        if answer is not response and urlsplit(answer.get("Location", "")).path == request.path:
            return response
        return answer
