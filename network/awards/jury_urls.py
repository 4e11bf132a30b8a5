"""The jury's rooms, under /<language>/my/jury/."""

from django.urls import path

from network.awards import urls  # noqa: F401  (registers the converter)
from network.awards.views.jury import checking, files, ranking, reviews, room

app_name = "jury"

urlpatterns = [
    path("", room.mine, name="mine"),
    path("entry/<reference:reference>/", reviews.entry, name="entry"),
    path("entry/<reference:reference>/begin/", reviews.begin, name="begin"),
    path("entry/<reference:reference>/know/", checking.declare_while_reading, name="know"),
    path("entry/<reference:reference>/file/<uuid:uuid>/", files.file, name="file"),
    path("<slug:code>/", room.room, name="room"),
    path("<slug:code>/names/", checking.check, name="check"),
    path("<slug:code>/ranking/", ranking.ranking, name="ranking"),
    path("<slug:code>/all.pdf", files.all_entries, name="all"),
    path("<slug:code>/leave/", room.leave, name="leave"),
]
