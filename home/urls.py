from django.urls import path

from home import feeds, views

app_name = "home"

urlpatterns = [
    path("tags/<slug:code>/", views.tag, name="tag"),
    path("feed/", feeds.StoriesFeed(), name="feed"),
]
