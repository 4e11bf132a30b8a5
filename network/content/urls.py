from django.urls import path

from network.content.views import contact, health, robots, search, share, sitemap

app_name = "content"

urlpatterns = [
    path("search/", search.search, name="search"),
    path("contact/", contact.contact, name="contact"),
    path("share/<int:pk>.png", share.share_image, name="share_image"),
    path("report-error/", contact.report_error, name="report_error"),
]

health_urlpatterns = [
    path("alive/", health.alive, name="health_alive"),
    path("ready/", health.ready, name="health_ready"),
]

site_urlpatterns = [
    path("robots.txt", robots.robots, name="robots"),
    path("sitemap.xml", sitemap.index, name="sitemap"),
    path("sitemap-<int:number>-<int:of>.xml", sitemap.part, name="sitemap_part"),
]
