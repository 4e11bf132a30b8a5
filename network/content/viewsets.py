"""Records of this floor in the Wagtail admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet

from network.content.models import ContactMessage, Letter, QueuedTask, SiteTexts, Tag


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Seen by those with the right to view; written by code alone."""

    def user_has_permission(self, user, action):
        return action == "view" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return "view" in actions and super().user_has_permission(user, "view")


class LetterViewSet(ModelViewSet):
    model = Letter
    name = "letters"
    icon = "mail"
    menu_label = _("Outbox")
    list_display = ["subject", "to", "kind", "state", "tries", "try_after", "sent_at"]
    list_filter = ["state", "kind", "language"]
    search_fields = ["to", "subject"]
    inspect_view_enabled = True
    # The body of a letter is its reader's own; administrators see what state it is in.
    inspect_view_fields = [
        "kind",
        "to",
        "language",
        "subject",
        "state",
        "tries",
        "try_after",
        "last_error",
        "created_at",
        "sent_at",
    ]
    form_fields = ["state"]
    copy_view_enabled = False


class TaskViewSet(ModelViewSet):
    model = QueuedTask
    name = "queued_tasks"
    icon = "cogs"
    menu_label = _("Tasks")
    list_display = ["path", "state", "tries", "progress", "enqueued_at", "finished_at"]
    list_filter = ["state"]
    inspect_view_enabled = True
    inspect_view_fields = ["path", "state", "tries", "progress", "error", "enqueued_at", "finished_at"]
    form_fields = ["state"]
    copy_view_enabled = False


class MessageViewSet(ModelViewSet):
    model = ContactMessage
    name = "contact_messages"
    icon = "mail"
    menu_label = _("Messages from readers")
    list_display = ["__str__", "kind", "email", "page_url", "created_at", "answered_at"]
    list_filter = ["kind", "language"]
    search_fields = ["text", "email"]
    panels = [
        FieldPanel("kind", read_only=True),
        FieldPanel("name", read_only=True),
        FieldPanel("email", read_only=True),
        FieldPanel("page_url", read_only=True),
        FieldPanel("text", read_only=True),
        FieldPanel("created_at", read_only=True),
        FieldPanel("answered_at", help_text=_("Fill this in when it is answered or mended.")),
    ]
    copy_view_enabled = False


class TagViewSet(ModelViewSet):
    model = Tag
    name = "tags"
    icon = "tag"
    menu_label = _("Tags")
    list_display = ["__str__", "slug"]
    search_fields = ["name", "slug"]
    panels = [
        FieldPanel("slug", heading=_("code"), help_text=_("Latin letters; never changes.")),
        FieldPanel("name", heading=_("name for editors")),
        InlinePanel("labels", label=_("label"), heading=_("Labels in each language")),
    ]
    copy_view_enabled = False


class SiteTextsViewSet(SnippetViewSet):
    model = SiteTexts
    icon = "site"
    menu_label = _("Site texts")
    list_display = ["name", "tagline"]
    copy_view_enabled = False
