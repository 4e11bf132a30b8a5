"""Every address of the site. Wagtail's pages come last."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from network.content.urls import health_urlpatterns, site_urlpatterns
from network.content.views import pages
from network.members.desk.account import account
from network.members.views.gate import admin_gate

handler404 = "network.content.views.errors.not_found"

urlpatterns = [
    path("health/", include(health_urlpatterns)),
    path("", include(site_urlpatterns)),
    # One sign-in for the site and the admin.
    path("admin/login/", admin_gate, name="admin_gate"),
    # Before Wagtail's own at the same address.
    path("admin/account/", account, name="admin_account"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
]

urlpatterns += i18n_patterns(
    path("account/", include("allauth.urls")),
    path("my/entries/", include("network.awards.urls")),
    path("my/jury/", include("network.awards.jury_urls")),
    path("my/mentoring/", include("mentoring.urls")),
    path("my/", include("network.members.urls")),
    path("", include("courses.urls")),
    path("", include("network.recognition.urls")),
    path("", include("network.content.urls")),
    path("", include("home.urls")),
    re_path(wagtail_urls.serve_pattern, pages.serve, name="page"),
    # Only names are needed of these: the line above answers first, Wagtail's own sign-in among them, which knows
    # neither the second factor nor our limits.
    path("", include(wagtail_urls)),
    prefix_default_language=True,
)

if settings.DEBUG or settings.SERVE_MEDIA:
    from django.views.static import serve

    urlpatterns.insert(
        0, path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}, name="media")
    )
