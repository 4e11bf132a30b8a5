"""What this floor adds to the Wagtail admin."""

from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from network.content.viewsets import ReadOnlyPolicy
from network.members.desk.invitations import InvitationViewSet
from network.members.desk.registers import ConsentViewSet, HistoryViewSet, InstitutionViewSet, ReadingViewSet
from network.members.models import Consent, HistoryEntry, Invitation, ReadingEntry, User


class NobodyPolicy(ModelPermissionPolicy):
    """Made by code alone; an administrator of the whole site does not change it by hand either."""

    def user_has_permission(self, user, action):
        return False

    def user_has_any_permission(self, user, actions):
        return False


# Whatever is written here is written by our own actions: Wagtail's forms and bulk actions are kept off.
for model in (User, Invitation, Consent, HistoryEntry, ReadingEntry):
    register_permission_policy(model, ReadOnlyPolicy(model))
register_permission_policy(Group, NobodyPolicy(Group))


class People(ViewSetGroup):
    menu_label = _("Records")
    menu_icon = "group"
    menu_order = 710
    items = (InvitationViewSet, InstitutionViewSet, ConsentViewSet, HistoryViewSet, ReadingViewSet)


@hooks.register("register_admin_viewset")
def records():
    return People()
