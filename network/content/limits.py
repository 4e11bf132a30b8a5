"""Limits on what a stranger may ask for: so many times in so many seconds from one address."""

from functools import wraps

from django.core.cache import cache
from django.shortcuts import render

from network.content.client_ip import client_ip


def is_too_often(request, name: str, *, most: int, seconds: int) -> bool:
    """Count this request; True when it is over the limit. Fails closed for nobody: a lost cache counts from zero."""
    key = f"limit:{name}:{client_ip(request)}"
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
