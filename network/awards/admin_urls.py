"""The desk of the award, under /admin/awards/."""

from django.urls import include, path

from network.awards import urls  # noqa: F401  (registers the converter)
from network.awards.views.desk import entries, exports, rounds, screening

app_name = "awards_desk"

urlpatterns = [
    path("", entries.entries, name="entries"),
    path("entries.csv", exports.csv, name="csv"),
    path("entries.xlsx", exports.xlsx, name="xlsx"),
    path("entry/<reference:reference>/", entries.entry, name="entry"),
    path("entry/<reference:reference>/admit/", screening.admit, name="admit"),
    path("entry/<reference:reference>/return/", screening.return_, name="return"),
    path("entry/<reference:reference>/ineligible/", screening.ineligible, name="ineligible"),
    path("entry/<reference:reference>/ineligible/<int:pk>/confirm/", screening.confirm, name="confirm"),
    path("entry/<reference:reference>/ineligible/<int:pk>/drop/", screening.drop, name="drop"),
    path("entry/<reference:reference>/take-back/", screening.take_back, name="take_back"),
    path("entry/<reference:reference>/extend/", screening.extend, name="extend"),
    path("round/<slug:code>/", rounds.round_, name="round"),
    path("round/<slug:code>/", include("network.awards.chair_urls")),
    path("round/<slug:code>/announce/", rounds.step, {"verb": "announce"}, name="announce"),
    path("round/<slug:code>/take-back/", rounds.step, {"verb": "take-back"}, name="take_back_call"),
    path("round/<slug:code>/close/", rounds.step, {"verb": "close"}, name="close"),
    path("round/<slug:code>/deadline/", rounds.deadline, name="deadline"),
    path("round/<slug:code>/questions/<int:pk>/open/", rounds.open_questions, name="open_questions"),
]
