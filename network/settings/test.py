"""Tests: tasks run at once, no page cache, letters stay in memory."""

import os
import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .base import BASE_DIR, DATABASES, STORAGES, TEMPLATES

SECRET_KEY = "only for tests, never anywhere else, long enough for the checks"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
REQUIRE_MFA = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": []}}
EMAIL_BACKEND = "network.content.mail.backend.OutboxBackend"
OUTBOX_DELIVERY_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PAGE_CACHE = False
_scratch = Path(tempfile.mkdtemp(prefix="network-tests-"))
MEDIA_ROOT = _scratch / "media"
PRIVATE_ROOT = _scratch / "private"
PAGE_CACHE_STAMP = _scratch / "stamp"
STORAGES = {
    **STORAGES,
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(PRIVATE_ROOT), "base_url": None},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
LANGUAGE_CODE = "ru"
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["NAME"] = ":memory:"
    if os.environ.get("DB_NAME"):
        DATABASES["default"]["TEST"] = {"NAME": f"/tmp/{os.environ['DB_NAME']}.sqlite3"}
else:
    DATABASES["default"]["OPTIONS"] = {}
    DATABASES["default"]["TEST"] = {"NAME": os.environ.get("DB_NAME", "test_network")}
TEMPLATES[0]["DIRS"].append(BASE_DIR / "tests" / "templates")
