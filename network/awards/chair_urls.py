"""The jury's part of the desk, under /admin/awards/round/<code>/."""

from django.urls import path

from network.awards.views.chair import conflicts, decisions, jury, protocols, ranking, readings

urlpatterns = [
    path("jury/", jury.jury, name="jury"),
    path("jury/invite/", jury.invite, name="invite_juror"),
    path("jury/open/", jury.step, {"verb": "open"}, name="open_judging"),
    path("jury/stop/", jury.step, {"verb": "stop"}, name="stop_judging"),
    path("jury/close/", jury.step, {"verb": "close"}, name="close_judging"),
    path("jury/reopen/", jury.step, {"verb": "reopen"}, name="reopen_judging"),
    path("jury/share/", jury.share, name="share_entries"),
    path("jury/<int:pk>/", jury.juror, name="juror"),
    path("jury/<int:pk>/end/", jury.end, name="end_juror"),
    path("ties/", conflicts.conflicts, name="conflicts"),
    path("ties/<int:pk>/", conflicts.decide, name="decide_conflict"),
    path("readings/", readings.readings, name="readings"),
    path("readings/<int:pk>/take-back/", readings.take, name="take_back_reading"),
    path("readings/<int:pk>/unlock/", readings.open_again, name="unlock_review"),
    path("readings/comment/<int:pk>/", readings.withhold, name="withhold_comment"),
    path("readings/<reference:reference>/", readings.reviews, name="reviews"),
    path("readings/<reference:reference>/give/", readings.give, name="give_reading"),
    path("ranking/", ranking.ranking, name="ranking"),
    path("ranking/count/", ranking.count, name="count_ranking"),
    path("ranking/reviews.json", ranking.checked, name="ranking_input"),
    path("ranking/ranking.csv", ranking.csv, name="ranking_csv"),
    path("ranking/ranking.xlsx", ranking.xlsx, name="ranking_xlsx"),
    path("ranking/<reference:first>/<reference:second>/", ranking.why, name="why"),
    path("decisions/", decisions.decisions, name="decisions"),
    path("decisions/release/", decisions.release_now, name="release"),
    path("decisions/propose/<slug:nomination>/", decisions.propose, name="propose"),
    path("decisions/<int:pk>/approve/", decisions.approve, name="approve_decision"),
    path("decisions/<int:pk>/drop/", decisions.drop, name="drop_decision"),
    path("decisions/<int:pk>/letters/", decisions.letters, name="result_letters"),
    path("protocols/", protocols.protocols, name="protocols"),
    path(
        "protocols/<int:number>/<slug:language>.pdf", protocols.document, {"kind": "pdf"}, name="protocol_pdf"
    ),
    path(
        "protocols/<int:number>/<slug:language>.docx",
        protocols.document,
        {"kind": "docx"},
        name="protocol_docx",
    ),
]
