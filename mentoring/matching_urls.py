"""The matching desk and the coordinator's pairs; included by mentoring.admin_urls."""

from django.urls import path

from mentoring.views.coordinating import concerns, exports, pairs
from mentoring.views.matching import letters, mentees, pool, publishing, runs

urlpatterns = [
    path("rounds/<slug:code>/matching/", pool.desk, name="matching"),
    path("rounds/<slug:code>/matching/wanted/<str:kind>/", letters.wanted, name="wanted"),
    path("rounds/<slug:code>/matching/lift/", runs.lift, name="lift_ruling"),
    path("rounds/<slug:code>/runs/new/", runs.new, name="new_run"),
    path("rounds/<slug:code>/pairs/", pairs.index, name="pairs"),
    path("rounds/<slug:code>/pairs/export/<slug:kind>/", exports.pairs, name="export_pairs"),
    path("rounds/<slug:code>/numbers/export/<slug:kind>/", exports.numbers, name="export_numbers"),
    path("rounds/<slug:code>/concerns/", concerns.index, name="concerns"),
    path("concerns/<int:pk>/", concerns.concern, name="concern"),
    path("runs/<int:pk>/", runs.run, name="run"),
    path("runs/<int:pk>/rule/", runs.rule, name="rule"),
    path("runs/<int:pk>/discard/", runs.discard, name="discard_run"),
    path("runs/<int:pk>/publish/", publishing.publish, name="publish_run"),
    path("runs/<int:pk>/compare/<int:other>/", publishing.comparison, name="compare"),
    path("runs/<int:pk>/shares/<slug:kind>/", publishing.shares, name="export_shares"),
    path("runs/<int:pk>/file/<slug:kind>/", runs.file, name="run_file"),
    path("runs/<int:pk>/mentees/<int:number>/", mentees.alternatives, name="alternatives"),
    path("mentees/<slug:reference>/candidates/", mentees.candidates, name="candidates"),
    path("pairs/<uuid:uuid>/", pairs.pair, name="pair"),
    path("pairs/<uuid:uuid>/do/<slug:verb>/", pairs.act, name="act_on_pair"),
]
