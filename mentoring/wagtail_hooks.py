"""What this programme adds to the Wagtail admin."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from mentoring import admin_urls
from mentoring.queries.desk import waiting_applications
from mentoring.queries.waiting import waiting_lines
from mentoring.rules.rounds import is_coordinator
from network.content import desk


@hooks.register("register_admin_urls")
def own_urls():
    return [path("mentoring/", include(admin_urls))]


class MentoringItem(MenuItem):
    def is_shown(self, request):
        return is_coordinator(request.user)


@hooks.register("register_admin_menu_item")
def mentoring_item():
    return MentoringItem(_("Mentoring"), reverse("mentoring_admin:rounds"), icon_name="group", order=120)


def lines(request):
    if not is_coordinator(request.user):
        return []
    return [
        desk.Waiting(
            _("applications to mentoring that wait for an answer"),
            waiting_applications(),
            reverse("mentoring_admin:rounds"),
            15,
        ),
        *waiting_lines(),
    ]


desk.register_waiting("mentoring", lines)
