"""Registers in the admin: institutions are kept there; consents, history and readings are only read."""

from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet

from network.members.forms.desk import InstitutionForm
from network.members.models import Consent, HistoryEntry, Institution, ReadingEntry


class InstitutionViewSet(ModelViewSet):
    model = Institution
    name = "institutions"
    icon = "home"
    menu_label = _("Institutions")
    list_display = ["label", "kind", "country", "city", "is_checked"]
    list_filter = ["kind", "country", "is_checked"]
    search_fields = ["name", "city"]
    copy_view_enabled = False

    def get_form_class(self, for_update=False):
        return InstitutionForm


class ReadOnlyViewSet(ModelViewSet):
    inspect_view_enabled = True
    copy_view_enabled = False
    add_to_reference_index = False
    form_fields = []

    @cached_property
    def search_backend_name(self):
        return None

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", self.inspect_view, name="inspect"),
        ]


class ConsentViewSet(ReadOnlyViewSet):
    model = Consent
    name = "member_consents"
    icon = "tick"
    menu_label = _("Consents")
    list_display = ["purpose", "user", "text_version", "language", "subject", "given_at", "withdrawn_at"]
    list_filter = ["purpose", "language"]
    search_fields = ["user__email", "subject"]
    inspect_view_fields = [*list_display, "text_sha256"]


class HistoryViewSet(ReadOnlyViewSet):
    model = HistoryEntry
    name = "member_history"
    icon = "history"
    menu_label = _("History")
    list_display = ["verb", "at", "actor", "subject_type", "subject_id", "before", "after"]
    list_filter = ["verb", "subject_type"]
    search_fields = ["verb", "subject_id", "actor__email"]
    inspect_view_fields = [*list_display, "why", "details"]


class ReadingViewSet(ReadOnlyViewSet):
    model = ReadingEntry
    name = "member_readings"
    icon = "view"
    menu_label = _("Readings of private data")
    list_display = ["purpose", "at", "reader", "subject_type", "subject_id"]
    list_filter = ["subject_type"]
    search_fields = ["purpose", "subject_id", "reader__email"]
    inspect_view_fields = list_display
