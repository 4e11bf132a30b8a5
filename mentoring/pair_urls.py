"""Offers and pairs of the member's own; included by mentoring.urls."""

from django.urls import path

from mentoring.views import meetings, offers, pairs, working

urlpatterns = [
    path("offers/<uuid:uuid>/", offers.offer, name="offer"),
    path("offers/<uuid:uuid>/accept/", offers.accept, name="accept_offer"),
    path("offers/<uuid:uuid>/decline/", offers.decline, name="decline_offer"),
    path("offers/<uuid:uuid>/not-now/", offers.not_now, name="not_now"),
    path("pairs/<uuid:uuid>/", pairs.pair, name="pair"),
    path("pairs/<uuid:uuid>/agreement/", working.agreement, name="agreement"),
    path("pairs/<uuid:uuid>/agreement/kept/", working.kept, name="kept_agreement"),
    path("pairs/<uuid:uuid>/goals/", working.goals, name="goals"),
    path("pairs/<uuid:uuid>/goals/<int:pk>/", working.goal, name="goal"),
    path("pairs/<uuid:uuid>/free-time/", working.free_time, name="free_time"),
    path("pairs/<uuid:uuid>/meetings/plan/", meetings.plan, name="plan_meeting"),
    path("pairs/<uuid:uuid>/meetings/past/", meetings.past, name="past_meeting"),
    path("pairs/<uuid:uuid>/pause/", working.pause, name="pause_pair"),
    path("pairs/<uuid:uuid>/go-on/", working.go_on, name="go_on"),
    path("pairs/<uuid:uuid>/end/", working.end, name="end_pair"),
    path("pairs/<uuid:uuid>/another/", working.another, name="another"),
    path("pairs/<uuid:uuid>/concern/", working.concern, name="report_concern"),
    path("pairs/<uuid:uuid>/cv/", pairs.cv, name="partner_cv"),
    path("meetings/<uuid:uuid>/", meetings.change, name="meeting"),
    path("meetings/<uuid:uuid>/call-off/", meetings.call_off, name="call_off_meeting"),
    path("meetings/<uuid:uuid>/log/", meetings.log, name="log_meeting"),
    path("meetings/<uuid:uuid>/meeting.ics", meetings.calendar, name="meeting_file"),
]
