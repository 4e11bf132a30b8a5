"""All certificates in the admin: a register that is read, and one act, revoking."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.model import ModelViewSet

from network.content.refusals import Refused
from network.recognition.actions import revoke
from network.recognition.forms import RevokeForm
from network.recognition.models import Certificate
from network.recognition.programmes import programme_of

STATES = {
    "valid": gettext_lazy("valid"),
    "revoked": gettext_lazy("revoked"),
    "replaced": gettext_lazy("replaced"),
}


class CertificatesView(generic.IndexView):
    page_title = gettext_lazy("Certificates")
    any_permission_required = ["view"]
    is_searchable = True
    search_fields = ["code", "shown_name", "holder__email"]
    default_ordering = "-issued_at"
    list_filter = ["programme", "language"]

    @cached_property
    def columns(self):
        return [
            Column("code", label=_("Code"), accessor=code_link, sort_key="code"),
            Column("shown_name", label=_("Name")),
            Column("programme", label=_("Programme"), accessor=programme_label),
            Column("title", label=_("Of what")),
            Column("state", label=_("State"), accessor=lambda row: STATES[row.state]),
            DateColumn("issued_at", label=_("Issued"), sort_key="issued_at"),
            Column("revoke", label="", accessor=revoke_link),
        ]


def code_link(row):
    return format_html('<a href="{}">{}</a>', reverse("recognition:check", args=[row.code]), row.code)


def revoke_link(row):
    if row.revoked_at:
        return ""
    return format_html('<a href="{}">{}</a>', reverse("certificates:revoke", args=[row.pk]), _("Revoke"))


def programme_label(row):
    programme = programme_of(row.programme)
    return programme.kind if programme else row.programme


class RevokeView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    model = Certificate
    permission_required = "view"
    template_name = "members/desk/form.html"
    form_class = RevokeForm
    page_title = gettext_lazy("Revoke a certificate")
    header_icon = "success"

    def get_breadcrumbs_items(self):
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("certificates:index"), "label": _("Certificates")},
            {"url": "", "label": _("Revoke a certificate")},
        ]

    def form_valid(self, form):
        certificate = get_object_or_404(Certificate, pk=self.kwargs["pk"])
        try:
            revoke(
                certificate=certificate,
                reason=form.cleaned_data["reason"],
                by=self.request.user,
                at=timezone.now(),
            )
        except Refused as refused:
            form.add_error(None, str(refused))
            return self.form_invalid(form)
        messages.success(self.request, _("The certificate %(code)s is revoked.") % {"code": certificate.code})
        return redirect("certificates:index")


class CertificateViewSet(ModelViewSet):
    model = Certificate
    name = "certificates"
    icon = "success"
    menu_label = gettext_lazy("Certificates")
    index_view_class = CertificatesView
    form_fields = ["reason"]
    add_to_reference_index = False

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/revoke/", RevokeView.as_view(), name="revoke"),
        ]
