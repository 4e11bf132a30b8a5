from django.urls import path

from network.recognition.views import checking, own

app_name = "recognition"

urlpatterns = [
    path("v/", checking.ask, name="ask"),
    path("v/<str:code>/", checking.check, name="check"),
    path("my/certificates/", own.certificates, name="own"),
    path("my/certificates/<str:code>/", own.certificate, name="change"),
    path("my/certificates/<str:code>/<slug:language>.pdf", own.file, name="file"),
]
