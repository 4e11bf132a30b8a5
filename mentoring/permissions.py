"""Who comes into the coordinator's screens. To anybody else they look as if they were not there."""

from functools import wraps
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import Http404
from django.utils import timezone
from wagtail.permission_policies.base import BasePermissionPolicy

from mentoring.rules.rounds import is_coordinator


class CoordinatorPolicy(BasePermissionPolicy):
    """No model permissions and no page permissions: the role alone. A superuser is no coordinator by that alone."""

    def user_has_permission(self, user, action):
        return is_coordinator(user)

    def user_has_permission_for_instance(self, user, action, instance):
        return is_coordinator(user)

    def users_with_any_permission(self, actions):
        from network.members.roles import Role, members_of

        return members_of(Role.COORDINATOR)


def coordinators_only(view):
    @wraps(view)
    def wrapped(request, *args, **kwargs):
        if not is_coordinator(request.user):
            raise Http404
        # The admin would say every hour in UTC to whoever has not chosen a zone there, too.
        zone = getattr(request, "reader_zone", settings.NETWORK_TIME_ZONE)
        with timezone.override(ZoneInfo(zone)):
            return view(request, *args, **kwargs)

    return wrapped
