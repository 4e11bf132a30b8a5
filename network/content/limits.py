"""Limits on what a stranger may ask for: so many times in so many seconds from one address."""

from functools import wraps

from django.conf import settings
from django.core.cache import cache
from django.shortcuts import render


def client_address(request) -> str:
    """The visitor's address. X-Forwarded-For is believed only as far as our own proxies wrote it."""
    hops = settings.TRUSTED_PROXY_COUNT
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    if hops and len(forwarded) >= hops:
        return forwarded[-hops]
    return request.META.get("REMOTE_ADDR", "")


def is_too_often(request, name: str, *, most: int, seconds: int) -> bool:
    """Count this request; True when it is over the limit. Fails closed for nobody: a lost cache counts from zero."""
    key = f"limit:{name}:{client_address(request)}"
    cache.add(key, 0, timeout=seconds)
    try:
        return cache.incr(key) > most
    except ValueError:  # the counter ran out between the two calls
        return False


def limited(name: str, *, most: int, seconds: int, methods: tuple[str, ...] = ("POST",)):
    """View decorator: 429 with a page that says when to come back."""

    def decorate(view):
        @wraps(view)
        def wrapped(request, *args, **kwargs):
            if request.method in methods and is_too_often(request, name, most=most, seconds=seconds):
                request.never_keep = True
                response = render(request, "429.html", {"minutes": max(1, seconds // 60)}, status=429)
                response["Retry-After"] = str(seconds)
                return response
            return view(request, *args, **kwargs)

        return wrapped

    return decorate
