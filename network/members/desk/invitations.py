from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton, ListingButton

from network.content.refusals import Refused
from network.members.actions import invite, revoke_invitation
from network.members.forms.desk import InvitationForm
from network.members.models import Invitation
from network.members.roles import role_label
from network.members.rules import why_not_open


class InvitationsView(generic.IndexView):
    page_title = gettext_lazy("Invitations")
    any_permission_required = ["view"]
    is_searchable = True
    search_fields = ["email"]
    default_ordering = "-created_at"

    @cached_property
    def columns(self):
        return [
            self._get_title_column_class(TitleColumn)(
                "email", label=_("E-mail address"), sort_key="email", get_url=lambda row: None
            ),
            Column("role", accessor=lambda row: role_label(row.role), label=_("Role")),
            Column("state", accessor=self.state, label=_("State")),
            Column("invited_by", accessor=lambda row: row.invited_by or "—", label=_("Who invited")),
            DateColumn("created_at", label=_("Sent"), sort_key="created_at"),
            DateColumn("expires_at", label=_("Valid until")),
        ]

    def get_list_buttons(self, instance):
        if why_not_open(instance, at=timezone.now()):
            return []
        url = reverse("member_invitations:revoke", args=[instance.pk])
        return [ListingButton(_("Take back the invitation"), url=url)]

    def get_base_queryset(self):
        return Invitation.objects.select_related("invited_by")

    def state(self, row):
        return why_not_open(row, at=timezone.now()) or _("Waits for an answer.")

    @cached_property
    def header_buttons(self):
        return [HeaderButton(_("Invite"), url=reverse("member_invitations:add"), icon_name="plus")]


class InviteView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    model = Invitation
    permission_required = "view"
    template_name = "members/desk/form.html"
    form_class = InvitationForm
    page_title = gettext_lazy("Invite")
    header_icon = "mail"

    def get_breadcrumbs_items(self):
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("member_invitations:index"), "label": _("Invitations")},
            {"url": "", "label": _("Invite")},
        ]

    @method_decorator(reauthentication_required(app="network.members"))
    def post(self, request, *args, **kwargs):
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        try:
            invite(**form.cleaned_data, by=self.request.user, at=timezone.now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, _("The invitation is on its way."))
        return redirect("member_invitations:index")


class RevokeView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Asks before it takes an invitation back."""

    model = Invitation
    permission_required = "view"
    template_name = "members/desk/revoke.html"
    page_title = gettext_lazy("Take the invitation back?")
    header_icon = "mail"

    def get_breadcrumbs_items(self):
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("member_invitations:index"), "label": _("Invitations")},
            {"url": "", "label": _("Take the invitation back?")},
        ]

    def get_context_data(self, **kwargs):
        invitation = get_object_or_404(Invitation, pk=self.kwargs["pk"])
        return super().get_context_data(invitation=invitation, role=role_label(invitation.role), **kwargs)

    def post(self, request, pk):
        try:
            revoke_invitation(
                invitation=get_object_or_404(Invitation, pk=pk), by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            messages.error(request, refusal.sentence)
        else:
            messages.success(request, _("The invitation is taken back."))
        return redirect("member_invitations:index")


class InvitationViewSet(ModelViewSet):
    model = Invitation
    name = "member_invitations"
    icon = "mail"
    menu_label = gettext_lazy("Invitations")
    index_view_class = InvitationsView
    form_fields = ["email"]
    add_to_reference_index = False

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", InviteView.as_view(), name="add"),
            path("<int:pk>/revoke/", RevokeView.as_view(), name="revoke"),
        ]
