"""What the award adds to the Wagtail admin."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from network.awards import desk_lines
from network.awards.rules.people import is_award_staff
from network.awards.viewsets import AwardRoundViewSet
from network.content import desk

desk.register_waiting("awards", desk_lines.lines)

award_menu = Menu(register_hook_name="register_award_menu_item")


class AwardMenu(SubmenuMenuItem):
    def is_shown(self, request):
        return is_award_staff(request.user)


@hooks.register("register_admin_menu_item")
def award_item():
    return AwardMenu(_("Award"), award_menu, name="award", icon_name="pick", order=210)


@hooks.register("register_award_menu_item")
def entries_item():
    return MenuItem(
        _("Entries"),
        reverse("awards_desk:entries"),
        name="award-entries",
        icon_name="doc-full-inverse",
        order=10,
    )


@hooks.register("register_award_menu_item")
def rounds_item():
    return MenuItem(
        _("Rounds"), reverse("awardround:index"), name="award-rounds", icon_name="calendar", order=20
    )


@hooks.register("register_admin_urls")
def desk_urls():
    return [path("awards/", include("network.awards.admin_urls"))]


@hooks.register("register_admin_viewset")
def rounds():
    return AwardRoundViewSet()
