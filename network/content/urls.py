from django.urls import path

from network.content.views import health, search

app_name = "content"

urlpatterns = [
    path("search/", search.search, name="search"),
    path("report-error/", search.search, name="report_error"),
]

health_urlpatterns = [
    path("alive/", health.alive, name="health_alive"),
    path("ready/", health.ready, name="health_ready"),
]

site_urlpatterns = []
