from django.urls import path

from network.members.views import home, profile, settings

app_name = "members"

urlpatterns = [
    path("", home.home, name="home"),
    path("profile/", profile.profile, name="profile"),
    path("settings/", settings.settings, name="settings"),
]
