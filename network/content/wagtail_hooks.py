"""What this floor adds to the Wagtail admin."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from network.content import desk, desk_lines, sealing
from network.content.localisation import guard, publishing, views
from network.content.models import Letter, QueuedTask
from network.content.viewsets import (
    LetterViewSet,
    MessageViewSet,
    ReadOnlyPolicy,
    SiteTextsViewSet,
    TagViewSet,
    TaskViewSet,
)

desk.register_waiting("content", desk_lines.lines)
register_snippet(SiteTextsViewSet)
for model in (Letter, QueuedTask):
    register_permission_policy(model, ReadOnlyPolicy(model))


@hooks.register("register_admin_urls", order=-1)
def guarded_urls():
    return guard.urls()


@hooks.register("register_admin_urls")
def own_urls():
    return [
        path("translations/", views.report, name="content_translations"),
        path("translations/<int:page_id>/", views.changed, name="content_translations_changed"),
    ]


hooks.register("before_edit_page", publishing.ask_before_incomplete, order=-1)
hooks.register("before_edit_snippet", publishing.only_her_languages, order=-1)
hooks.register(
    "before_delete_snippet",
    lambda request, instances: [publishing.only_her_languages(request, one) for one in instances] and None,
)


class TranslationsItem(MenuItem):
    def is_shown(self, request):
        return bool(views.her_locales(request.user))


@hooks.register("register_admin_menu_item")
def translations_item():
    return TranslationsItem(_("Translations"), reverse("content_translations"), icon_name="globe", order=250)


class Reception(ViewSetGroup):
    menu_label = _("Reception")
    menu_icon = "mail"
    menu_order = 260
    items = (MessageViewSet, LetterViewSet, TaskViewSet)


@hooks.register("register_admin_viewset")
def records():
    return [Reception(), _tags()]


def _tags():
    viewset = TagViewSet()
    viewset.add_to_settings_menu = False
    viewset.add_to_admin_menu = True
    viewset.menu_order = 270
    return viewset


class WaitingPanel(Component):
    """The first thing on the dashboard: what waits for her."""

    name = "waiting"
    template_name = "content/admin/waiting.html"
    order = 10

    def get_context_data(self, parent_context):
        return {"lines": desk.waiting_for(parent_context["request"])}


@hooks.register("construct_homepage_panels")
def waiting_panel(request, panels):
    panels.insert(0, WaitingPanel())


@hooks.register("insert_global_admin_css")
def admin_css():
    sheets = ("network/css/admin-tokens.css", "network/css/admin.css")
    return format_html_join("", '<link rel="stylesheet" href="{}">', ((static(sheet),) for sheet in sheets))


@hooks.register("register_log_actions")
def log_actions(actions):
    actions.register_action(
        "content.published_alone",
        _("Published alone"),
        _("Published without a second editor: there was none"),
    )


hooks.register("construct_page_chooser_queryset", sealing.keep_out_of_choosers)
hooks.register("construct_explorer_page_queryset", sealing.keep_out_of_explorer)
hooks.register("before_bulk_action", sealing.refuse_in_bulk, order=-1)
for name in sealing.REFUSED:
    hooks.register(name, sealing.refuse, order=-1)
