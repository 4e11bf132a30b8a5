"""Registers in the admin: institutions are kept there; consents, history and readings are only read."""

from django.apps import apps
from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet

from network.members.forms.desk import InstitutionForm
from network.members.models import Consent, HistoryEntry, Institution, ReadingEntry
from network.members.wording import word_of_verb


def subject_of(entry) -> str:
    """«participant 12»: what kind of thing and which; the thing itself may be gone."""
    try:
        kind = apps.get_model(entry.subject_type)._meta.verbose_name
    except (LookupError, ValueError):
        kind = entry.subject_type
    return f"{kind} {entry.subject_id}"


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
    list_display = [
        Column("verb", accessor=lambda row: word_of_verb(row.verb), label=_("what"), sort_key="verb"),
        Column("subject", accessor=subject_of, label=_("whose")),
        "at",
        "actor",
        "before",
        "after",
    ]
    list_filter = ["verb", "subject_type"]
    search_fields = ["verb", "subject_id", "actor__email"]
    inspect_view_fields = [
        "verb", "at", "actor", "subject_type", "subject_id", "before", "after", "why", "details",
    ]  # fmt: skip


class ReadingViewSet(ReadOnlyViewSet):
    model = ReadingEntry
    name = "member_readings"
    icon = "view"
    menu_label = _("Readings of private data")
    list_display = ["purpose", Column("subject", accessor=subject_of, label=_("whose")), "at", "reader"]
    list_filter = ["subject_type"]
    search_fields = ["purpose", "subject_id", "reader__email"]
    inspect_view_fields = ["purpose", "at", "reader", "subject_type", "subject_id"]
