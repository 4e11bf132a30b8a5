"""Records of the courses in the Wagtail admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import LocaleColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from courses.models import GlossaryTerm


class GlossaryViewSet(SnippetViewSet):
    model = GlossaryTerm
    icon = "openquote"
    menu_label = _("Glossary")
    menu_name = "glossary"
    menu_order = 240
    add_to_admin_menu = True
    list_display = ["title", LocaleColumn(), "code", "short"]
    list_filter = ["locale"]
    search_fields = ["title", "code", "short", "synonyms"]
    ordering = ["title"]
    list_per_page = 100
    copy_view_enabled = False
