"""The coordinator's screens, under /admin/mentoring/."""

from django.urls import path

from mentoring import matching_urls
from mentoring.views import files
from mentoring.views.desk import applications, decisions, exporting, inviting, rounds

app_name = "mentoring_admin"

urlpatterns = [
    *matching_urls.urlpatterns,
    path("", rounds.index, name="rounds"),
    path("rounds/<slug:code>/", rounds.desk, name="round"),
    path("rounds/<slug:code>/move/<slug:verb>/", rounds.move, name="move"),
    path("rounds/<slug:code>/applications/", applications.index, name="applications"),
    path("rounds/<slug:code>/together/", decisions.together, name="together"),
    path("rounds/<slug:code>/invite/", inviting.invite, name="invite"),
    path("rounds/<slug:code>/enter/", inviting.enter, name="enter"),
    path("rounds/<slug:code>/export/<slug:kind>/", exporting.export, name="export"),
    path("rounds/<slug:code>/renew/<int:pk>/", rounds.renew, name="renew"),
    path("entered/<int:pk>/send/", inviting.send, name="send_entered"),
    path("entered/<int:pk>/<slug:step>/", inviting.entered, name="entered"),
    path("applications/<slug:reference>/", applications.application, name="application"),
    path("applications/<slug:reference>/cv/", files.application_cv, name="cv"),
    path("applications/<slug:reference>/note/", applications.note, name="note"),
    path("applications/<slug:reference>/tier/", applications.tier, name="tier"),
    path("applications/<slug:reference>/avoid/", applications.avoid, name="avoid"),
    path("applications/<slug:reference>/decide/<slug:verb>/", decisions.decide, name="decide"),
]
