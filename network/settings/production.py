"""Production: refuses to start without what it needs, naming the variable."""

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import ALLOWED_HOSTS, DATABASES, SECRET_KEY, SITE_URL, env


def _needed(name: str, present: object, how: str) -> None:
    if not present:
        raise ImproperlyConfigured(f"{name} is not set: {how} (see .env.example).")


_needed("SECRET_KEY", len(SECRET_KEY) >= 50, "give at least 50 random characters")
_needed("ALLOWED_HOSTS", ALLOWED_HOSTS, "name the host the site answers to")
_needed("SITE_URL", SITE_URL.startswith("https://"), "give the public address, beginning with https://")
_needed("DATABASE_URL", env.str("DATABASE_URL", default=""), "give postgres://… or sqlite:///…")
_needed("EMAIL_HOST", env.str("EMAIL_HOST", default=""), "name the mail server")
_needed("DEFAULT_FROM_EMAIL", env.str("DEFAULT_FROM_EMAIL", default=""), "give the address letters come from")

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3" and env.int("WEB_HOSTS", default=1) > 1:
    raise ImproperlyConfigured("DATABASE_URL names SQLite, but WEB_HOSTS is above 1: use PostgreSQL.")

CSRF_TRUSTED_ORIGINS = [SITE_URL]
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", default=True)
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", default=True)
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
LANGUAGE_COOKIE_SECURE = True
