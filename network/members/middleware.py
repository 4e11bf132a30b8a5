"""Who is asking: how long she may go on without signing in anew, with which factor, in which time zone."""

import time
from zoneinfo import ZoneInfo

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from network.members.queries import reader_zone
from network.members.rules import holds_a_role

SINCE, SEEN = "signed_in_at", "seen_at"
# The session is written at most this often for being seen: most requests then change nothing.
SEEN_EVERY = 300
DESK = "/admin/"


class SessionLimitsMiddleware:
    """Ends a session that stood still too long or has lasted too long; those with a role have less of both."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            self.check(request)
        return self.get_response(request)

    def check(self, request):
        now, session = int(time.time()), request.session
        since, seen = session.setdefault(SINCE, now), session.get(SEEN, now)
        who = "staff" if holds_a_role(request.user) else "member"
        if now - seen > settings.SESSION_IDLE[who] or now - since > settings.SESSION_LONGEST[who]:
            logout(request)
        elif SEEN not in session or now - seen > SEEN_EVERY:
            session[SEEN] = now


class SecondFactorMiddleware:
    """Whoever holds a role meets nothing but the page that sets up the second factor until she has one."""

    OPEN = {
        "mfa_activate_totp",
        "account_reauthenticate",
        "account_logout",
    }
    FREE = ("/static/",)

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if (
            settings.REQUIRE_MFA
            and settings.SESSION_COOKIE_NAME in request.COOKIES
            and self.is_kept_out(request)
        ):
            if request.method in {"GET", "HEAD"}:
                return HttpResponseRedirect(reverse("mfa_activate_totp"))
            raise PermissionDenied
        return self.get_response(request)

    def is_kept_out(self, request) -> bool:
        user = request.user
        if not user.is_authenticated or request.path_info.startswith(self.FREE) or not holds_a_role(user):
            return False
        if Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).exists():
            return False
        try:
            return resolve(request.path_info).url_name not in self.OPEN
        except Resolver404:
            return True


def _show_desk_in(zone: str, user) -> None:
    """Wagtail's screens override the zone with that of a record of their own: for this request it says ours.

    Nothing is written: a record she has not got yet is only in memory.
    """
    desk = getattr(user, "wagtail_userprofile", None) or UserProfile(user=user)
    desk.current_time_zone = zone


class ReaderMiddleware:
    """Dates are said in the signed-in reader's time zone; in the network's own to everybody else."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        zone = settings.NETWORK_TIME_ZONE
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            zone = reader_zone(request.user)
            if request.path_info.startswith(DESK) and holds_a_role(request.user):
                _show_desk_in(zone, request.user)
        request.reader_zone = zone
        with timezone.override(ZoneInfo(zone)):
            return self.get_response(request)
