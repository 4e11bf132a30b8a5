"""Settings that hold everywhere; production-safe, the other modules loosen them.

Everything that differs between installations comes from the environment; the
names are in .env.example.
"""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parents[2]
env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")

VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY", default="")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")

INSTALLED_APPS = [
    "home",
    "mentoring",
    "courses",
    "network.awards",
    "network.recognition",
    "network.members",
    "network.content",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "network.members.wagtail_users.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "network.content.middleware.ArrivalMiddleware",
    "network.content.middleware.HostileInputMiddleware",
    # Before everything else: a kept page already has all headers.
    "network.content.pagecache.AnonymousPageCacheMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "network.content.csp.PolicyByPathMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "network.content.middleware.SiteLocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "network.members.middleware.SessionLimitsMiddleware",
    "network.members.middleware.SecondFactorMiddleware",
    "network.members.middleware.ReaderMiddleware",
    "network.content.middleware.SiteRedirectMiddleware",
]

ROOT_URLCONF = "network.urls"
WSGI_APPLICATION = "network.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "network.content.chrome.chrome",
            ],
        },
    },
]
FORM_RENDERER = "network.content.form_renderer.SiteFormRenderer"

# Data

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # IMMEDIATE and WAL: otherwise most simultaneous writers fail with "database is locked".
    DATABASES["default"]["CONN_MAX_AGE"] = 600
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA cache_size=-16000;"
            "PRAGMA mmap_size=134217728;PRAGMA journal_size_limit=27103364;"
        ),
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 0
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"]["OPTIONS"] = {
        "pool": {"min_size": 1, "max_size": env.int("DATABASE_POOL", default=6), "timeout": 10},
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.str("REDIS_URL", default="")
if REDIS_URL:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}}
else:
    # Shared by the processes of one host: rate limits must count all of them.
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": str(VAR_DIR / "cache"),
            "OPTIONS": {"MAX_ENTRIES": 20_000},
        }
    }
PAGE_CACHE = env.bool("PAGE_CACHE", default=True)
PAGE_CACHE_STAMP = Path(env.str("PAGE_CACHE_STAMP", default=str(VAR_DIR / "page-cache.stamp")))

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(VAR_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "network" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(VAR_DIR / "media")))
PRIVATE_ROOT = Path(env.str("PRIVATE_ROOT", default=str(VAR_DIR / "private")))
S3_BUCKET = env.str("S3_BUCKET", default="")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(PRIVATE_ROOT), "base_url": None},
    },
    "staticfiles": {"BACKEND": "network.content.staticfiles.SiteStaticFilesStorage"},
}
if S3_BUCKET:
    _s3 = {
        "access_key": env.str("S3_ACCESS_KEY", default="") or None,
        "secret_key": env.str("S3_SECRET_KEY", default="") or None,
        "endpoint_url": env.str("S3_ENDPOINT", default="") or None,
        "region_name": env.str("S3_REGION", default="") or None,
        "file_overwrite": False,
    }
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {**_s3, "bucket_name": S3_BUCKET, "querystring_auth": False},
    }
    STORAGES["private"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            **_s3,
            "bucket_name": env.str("S3_PRIVATE_BUCKET", default=S3_BUCKET),
            "location": "private",
        },
    }
# Pictures are served by the front server in production; set this where there is none.
SERVE_MEDIA = env.bool("SERVE_MEDIA", default=True)
FILE_UPLOAD_PERMISSIONS = 0o640
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000

# Languages. LANGUAGES holds only those that are published: a planned one here
# would serve Russian pages under its own prefix. Planned ones are added with
# PUBLISHED_LANGUAGES and `manage.py add_language`.

CONTENT_LANGUAGES = [
    ("ru", "Русский"),
    ("en", "English"),
    ("hy", "Հայերեն"),
    ("az", "Azərbaycanca"),
    ("be", "Беларуская"),
    ("ka", "ქართული"),
    ("kk", "Қазақша"),
    ("ky", "Кыргызча"),
    ("ro", "Română"),
    ("tg", "Тоҷикӣ"),
    ("uk", "Українська"),
    ("uz", "Oʻzbekcha"),
    ("de", "Deutsch"),
]
PUBLISHED_LANGUAGES = env.list("PUBLISHED_LANGUAGES", default=["ru", "en"])
LANGUAGES = [(code, name) for code, name in CONTENT_LANGUAGES if code in PUBLISHED_LANGUAGES]
LANGUAGE_CODE = "ru"
USE_I18N = True
FORMAT_MODULE_PATH = "network.formats"
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
LOCALE_PATHS = [BASE_DIR / "network" / "locale"]
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
USE_TZ = True
TIME_ZONE = "UTC"
# The zone in which dates are said to readers who have not told us theirs.
NETWORK_TIME_ZONE = env.str("NETWORK_TIME_ZONE", default="Europe/Moscow")

# People

AUTH_USER_MODEL = "members.User"
# One backend: each one more hashes the password once more.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "network.members.passwords.LengthValidator"},
    {"NAME": "network.members.passwords.GuessableValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
]
REQUIRE_MFA = env.bool("REQUIRE_MFA", default=True)
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "members:home"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "network.members.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "network.members.forms.accounts.SignInForm",
    "signup": "network.members.forms.accounts.SignUpForm",
    "add_email": "network.members.forms.accounts.NewAddressForm",
    "confirm_email_verification_code": "network.members.forms.accounts.CodeForm",
    "change_password": "network.members.forms.accounts.ChangePasswordForm",
    "set_password": "network.members.forms.accounts.SetPasswordForm",
    "reset_password": "network.members.forms.accounts.ForgottenPasswordForm",
    "reset_password_from_key": "network.members.forms.accounts.NewPasswordForm",
    "reauthenticate": "network.members.forms.accounts.ReauthenticateForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_HONEYPOT_FIELD = "website"
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = 5
# Digits alone: a code in Latin letters is hard to type on a Cyrillic keyboard.
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "dashed": False, "length": 6}
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
# Nobody can fill a stranger's letter box; a wrong guess of a password slows only that address down.
ACCOUNT_RATE_LIMITS = {
    "confirm_email": "1/10s/key,6/h/key",
    "login_failed": "10/m/ip,5/300s/key",
    "reset_password": "20/m/ip,3/h/key",
    "signup": "20/m/ip",
}
MFA_ADAPTER = "network.members.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "network.members.forms.second_factor.AuthenticateForm",
    "reauthenticate": "network.members.forms.second_factor.ReauthenticateForm",
    "activate_totp": "network.members.forms.second_factor.ActivateForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 1
MFA_TOTP_ISSUER = env.str("SITE_NAME", default="Library Dialogues")

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
# Seconds without a request, and since signing in, after which one signs in anew.
SESSION_IDLE = {"member": 7 * 24 * 3600, "staff": 2 * 3600}
SESSION_LONGEST = {"member": 14 * 24 * 3600, "staff": 12 * 3600}
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "network.content.views.errors.csrf_failure"
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"

# Mail goes through the outbox; only the worker talks to the server.

EMAIL_BACKEND = env.str("EMAIL_BACKEND", default="network.content.mail.backend.OutboxBackend")
OUTBOX_DELIVERY_BACKEND = env.str(
    "OUTBOX_DELIVERY_BACKEND", default="django.core.mail.backends.smtp.EmailBackend"
)
EMAIL_HOST = env.str("EMAIL_HOST", default="localhost")
EMAIL_PORT = env.int("EMAIL_PORT", default=25)
EMAIL_HOST_USER = env.str("EMAIL_HOST_USER", default="")
EMAIL_HOST_PASSWORD = env.str("EMAIL_HOST_PASSWORD", default="")
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", default=False)
EMAIL_USE_SSL = env.bool("EMAIL_USE_SSL", default=False)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="network@localhost")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
CONTACT_EMAIL = env.str("CONTACT_EMAIL", default=DEFAULT_FROM_EMAIL)

# Tasks wait in our own table, claimed under a lease by `manage.py worker`.

TASKS = {"default": {"BACKEND": "network.content.tasks.backend.LeasedBackend", "QUEUES": []}}

# Safety

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
# X-Forwarded-For is believed for this many proxies, counted from the right.
TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [SELF],
        "form-action": [SELF],
        "img-src": [SELF, "data:"],
        "upgrade-insecure-requests": False,
    }
}

# Wagtail

WAGTAIL_SITE_NAME = env.str("SITE_NAME", default="") or _("Library Dialogues")
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_PAGE_MODEL = "wagtailcore.Page"
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_PERMITTED_LANGUAGES = [("ru", "Русский"), ("en", "English")]
# None to choose from: the desk shows times in the zone of her profile.
WAGTAIL_USER_TIME_ZONES = []
WAGTAIL_FRONTEND_LOGIN_URL = "/ru/account/login/"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAILIMAGES_IMAGE_MODEL = "content.SiteImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "network.content.image_forms.SiteImageForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 25_000_000
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_DOCUMENT_MODEL = "content.SiteDocument"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = [
    "pdf",
    "docx",
    "odt",
    "xlsx",
    "ods",
    "pptx",
    "odp",
    "txt",
    "csv",
    "epub",
    "mp3",
    "mp4",
    "ogg",
    "webm",
]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAIL_AUTOSAVE_INTERVAL = 5000
WAGTAIL_MODERATION_ENABLED = True
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "simple"},
}
TAGGIT_CASE_INSENSITIVE = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"wagtail": {"level": "WARNING"}, "django_tasks": {"level": "WARNING"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
}

# The editors' previews stand in a frame of the same origin: security.W019 asks for none at all.
SILENCED_SYSTEM_CHECKS = ["security.W019"]
