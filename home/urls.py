from django.urls import path

from home import views

app_name = "home"

urlpatterns = [
    path("tags/<slug:code>/", views.tag, name="tag"),
]
