"""Wagtail's account page without what we keep elsewhere: names and the time zone belong to the profile."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import AccountView, BaseSettingsPanel, NameEmailSettingsPanel


class NothingToFill(forms.Form):
    """Wagtail asks every panel for a form of one of her records; ours only shows a way."""

    def __init__(self, *args, instance=None, **kwargs):
        super().__init__(*args, **kwargs)

    def save(self):
        """Nothing was asked."""


class ProfilePanel(BaseSettingsPanel):
    name = "profile"
    title = _("Name and time zone")
    order = 100
    template_name = "members/desk/account_panel.html"
    form_class = NothingToFill


class DeskAccountView(AccountView):
    """Wagtail asks for a first and a last name, both required; our members have one name, in their own script."""

    def get_panels(self):
        panels = [panel for panel in super().get_panels() if not isinstance(panel, NameEmailSettingsPanel)]
        return [ProfilePanel(self.request, self.request.user, None), *panels]


account = require_admin_access(DeskAccountView.as_view())
