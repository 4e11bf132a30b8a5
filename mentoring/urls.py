from django.urls import path, register_converter

from mentoring import pair_urls
from mentoring.views import applying, calls, files, invited, mentors, sending, standing

app_name = "mentoring"


class SideConverter:
    regex = "mentee|mentor"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return str(value)


register_converter(SideConverter, "side")

urlpatterns = [
    path("", standing.mine, name="mine"),
    *pair_urls.urlpatterns,
    path("tell-me/", calls.tell_me, name="tell_me"),
    path("invited/<str:token>/", invited.invited, name="invited"),
    path("listing/", mentors.listing, name="listing"),
    path("name/<uuid:key>/", mentors.name, name="name"),
    path("name/<uuid:key>/take-off/", mentors.unname, name="unname"),
    path("<slug:code>/<side:side>/", standing.application, name="application"),
    path("<slug:code>/<side:side>/begin/", applying.begin, name="begin"),
    path("<slug:code>/<side:side>/check/", sending.check, name="check"),
    path("<slug:code>/<side:side>/receipt/", sending.receipt, name="receipt"),
    path("<slug:code>/<side:side>/withdraw/", standing.withdraw, name="withdraw"),
    path("<slug:code>/<side:side>/come-back/", standing.come_back, name="come_back"),
    path("<slug:code>/<side:side>/discard/", standing.discard, name="discard"),
    path("<slug:code>/<side:side>/places-now/", standing.places, name="places"),
    path("<slug:code>/<side:side>/cv/", files.cv, name="cv"),
    path("<slug:code>/<side:side>/<slug:step>/", applying.step, name="step"),
]
