"""Whole pages for readers without an account, kept in process memory.

The key holds a generation that all processes see; publishing anything moves it
on, so the very next request of any process renders anew. A page is stored only
when it was made for nobody in particular: no session, no cookie set, no
message, and nothing private.
"""

import gzip
import hashlib
import os
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

import brotli
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers

KEPT_PARAMETERS = {
    "page",
    "q",
    "kind",
    "tag",
    "topic",
    "language",
    "country",
    "minutes",
    "target",
    "initiative",
    "view",
}
MOST_BYTES = 64 * 1024 * 1024
LONGEST_PAGE = 2 * 1024 * 1024
SMALLEST_COMPRESSED = 500
REDIS_KEY = "page-cache-generation"


def generation() -> str:
    """The number all processes share; it changes whenever something public did."""
    if settings.REDIS_URL:
        return str(cache.get(REDIS_KEY, 0))
    try:
        return str(os.stat(settings.PAGE_CACHE_STAMP).st_mtime_ns)
    except FileNotFoundError:
        return "0"


def forget_pages() -> None:
    """Make every process render anew, once the change in hand is committed."""
    transaction.on_commit(_next_generation)


def _next_generation() -> None:
    if settings.REDIS_URL:
        cache.add(REDIS_KEY, 0, timeout=None)
        cache.incr(REDIS_KEY)
        return
    stamp = settings.PAGE_CACHE_STAMP
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.touch(exist_ok=True)
    # The file system's own clock ticks every few milliseconds: two changes in
    # one tick would look like one, so the time is set by hand and only grows.
    moment = max(time.time_ns(), stamp.stat().st_mtime_ns + 1)
    os.utime(stamp, ns=(moment, moment))


# What was read as of a generation, by name: small things that every page needs.
_READ: dict[Hashable, tuple] = {}


def read_once(name: Hashable, read: Callable[[], Any]):
    """``read()``, asked again only after something public changed; without the page cache, every time."""
    if not settings.PAGE_CACHE:
        return read()
    now = generation()
    kept = _READ.get(name)
    if not kept or kept[0] != now:
        kept = _READ[name] = (now, read())
    return kept[1]


@dataclass
class Kept:
    headers: dict
    plain: bytes
    etag: str
    encoded: dict = field(default_factory=dict)

    @property
    def size(self) -> int:
        return len(self.plain) + sum(len(body) for body in self.encoded.values())


class PageStore:
    """Least recently used pages, up to a number of bytes."""

    def __init__(self, most_bytes: int):
        self.most_bytes = most_bytes
        self.bytes = 0
        self.pages: OrderedDict[tuple, Kept] = OrderedDict()
        self.lock = threading.Lock()

    def get(self, key):
        with self.lock:
            page = self.pages.get(key)
            if page:
                self.pages.move_to_end(key)
            return page

    def put(self, key, page: Kept):
        with self.lock:
            if old := self.pages.pop(key, None):
                self.bytes -= old.size
            self.pages[key] = page
            self.bytes += page.size
            while self.bytes > self.most_bytes:
                _, gone = self.pages.popitem(last=False)
                self.bytes -= gone.size

    def clear(self):
        with self.lock:
            self.pages.clear()
            self.bytes = 0


STORE = PageStore(MOST_BYTES)


class AnonymousPageCacheMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not settings.PAGE_CACHE or not _is_askable(request):
            return _compressed(request, _private(self.get_response(request), request))
        # A page kept for https is not shown to who comes by http: she is sent on.
        key = (generation(), request.is_secure(), request.get_host(), request.get_full_path())
        if kept := STORE.get(key):
            return _answer(request, kept)
        response = self.get_response(request)
        if not _is_storable(request, response):
            return _compressed(request, _private(response, request))
        kept = _keep(response)
        STORE.put(key, kept)
        return _answer(request, kept)


def _is_askable(request) -> bool:
    return (
        request.method in {"GET", "HEAD"}
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "messages" not in request.COOKIES
        and not request.path_info.startswith(("/admin/", "/static/", "/media/", "/health/"))
        and request.GET.keys() <= KEPT_PARAMETERS
    )


def _is_storable(request, response) -> bool:
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "no-store" not in response.get("Cache-Control", "")
        and "private" not in response.get("Cache-Control", "")
        and response.get("Content-Type", "").startswith(
            ("text/html", "application/atom+xml", "application/xml")
        )
        and len(response.content) <= LONGEST_PAGE
        and not getattr(request, "never_keep", False)
    )


def _private(response, request):
    """Whatever was made for one person says so to every cache on the way."""
    known = settings.SESSION_COOKIE_NAME in request.COOKIES or response.cookies
    if known and not response.has_header("Cache-Control"):
        response["Cache-Control"] = "private, no-store"
    return response


def _keep(response) -> Kept:
    plain = response.content
    headers = {name: value for name, value in response.items() if name.lower() != "content-length"}
    kept = Kept(headers, plain, hashlib.sha256(plain).hexdigest()[:24])
    if len(plain) >= SMALLEST_COMPRESSED:
        kept.encoded = {
            "br": brotli.compress(plain, mode=brotli.MODE_TEXT, quality=6),
            "gzip": gzip.compress(plain, 6, mtime=0),
        }
    return kept


def _answer(request, kept: Kept):
    encoding = next((name for name in kept.encoded if name in request.headers.get("Accept-Encoding", "")), "")
    etag = f'W/"{kept.etag}"'
    if etag in request.headers.get("If-None-Match", ""):
        response = HttpResponseNotModified()
    else:
        response = HttpResponse(kept.encoded.get(encoding, kept.plain))
        for name, value in kept.headers.items():
            response[name] = value
        if encoding:
            response["Content-Encoding"] = encoding
    response["ETag"] = etag
    # Browsers may keep it but must ask: a publish shows on the next request.
    response["Cache-Control"] = "no-cache"
    patch_vary_headers(response, ("Accept-Encoding", "Cookie"))
    return response


def _compressed(request, response):
    """Gzip for pages that are not kept. Secrets never share a page with what a stranger chose (BREACH):
    Django masks the CSRF token anew in every page."""
    if (
        response.streaming
        or response.has_header("Content-Encoding")
        or len(response.content) < SMALLEST_COMPRESSED
        or "gzip" not in request.headers.get("Accept-Encoding", "")
        or not response.get("Content-Type", "").startswith(("text/", "application/json"))
    ):
        return response
    response.content = gzip.compress(response.content, 5, mtime=0)
    response["Content-Encoding"] = "gzip"
    response["Content-Length"] = str(len(response.content))
    patch_vary_headers(response, ("Accept-Encoding",))
    return response
