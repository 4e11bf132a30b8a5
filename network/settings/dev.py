"""The embedded default: what `manage.py demo` and a developer's machine use.

It is served to the local machine only, so it needs no secrets from outside: a
key is made once and kept beside the database.
"""

import secrets

from .base import *  # noqa: F403
from .base import SECRET_KEY, VAR_DIR, env

DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]", "testserver"])
REQUIRE_MFA = env.bool("REQUIRE_MFA", default=False)
EMAIL_DEFAULT = "django.core.mail.backends.filebased.EmailBackend"
OUTBOX_DELIVERY_BACKEND = env.str("OUTBOX_DELIVERY_BACKEND", default=EMAIL_DEFAULT)
EMAIL_FILE_PATH = str(VAR_DIR / "mail")

if not SECRET_KEY:
    _key_file = VAR_DIR / "secret-key"
    if not _key_file.exists():
        VAR_DIR.mkdir(parents=True, exist_ok=True)
        _key_file.write_text(secrets.token_urlsafe(50))
        _key_file.chmod(0o600)
    SECRET_KEY = _key_file.read_text().strip()
