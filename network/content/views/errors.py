from django.http import HttpResponseForbidden
from django.template.loader import render_to_string
from django.views import defaults


def csrf_failure(request, reason=""):
    """The form is older than the session: say so instead of blaming the reader."""
    return HttpResponseForbidden(render_to_string("403_csrf.html", {}, request))


def not_found(request, exception):
    request.never_keep = True
    return defaults.page_not_found(request, exception, template_name="404.html")
