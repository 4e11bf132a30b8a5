from django.urls import path

from network.members.views import consents, data, home, invitations, profile, settings

app_name = "members"

urlpatterns = [
    path("", home.home, name="home"),
    path("profile/", profile.profile, name="profile"),
    path("settings/", settings.settings, name="settings"),
    path("consents/", consents.consents, name="consents"),
    path("consents/give/<slug:code>/", consents.give, name="give_consent"),
    path("consents/<int:pk>/withdraw/", consents.withdraw, name="withdraw_consent"),
    path("data/", data.data, name="data"),
    path("data/read/", data.read, name="read_data"),
    path("data/my-data.json", data.take, name="take_data"),
    path("data/erase/", data.erase, name="erase"),
    path("invitation/<str:token>/", invitations.invitation, name="invitation"),
]
