"""Whose request is it? Rate limits count by this address."""

from django.conf import settings


def client_ip(request) -> str:
    """The address of the client as our own proxies saw it.

    X-Forwarded-For is believed only for TRUSTED_PROXY_COUNT proxies, counted
    from the right: whatever stands further left was written by the client.
    """
    trusted = settings.TRUSTED_PROXY_COUNT
    nearest = request.META.get("REMOTE_ADDR") or "0.0.0.0"
    if trusted < 1:
        return nearest
    chain = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    return chain[-trusted] if len(chain) >= trusted else nearest
