"""Members in the admin: found, given roles, closed, opened, freed of a lost second factor."""

import django_filters
from allauth.account.decorators import reauthentication_required
from django import forms
from django.contrib import messages
from django.contrib.auth.models import Group
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.users.views.groups import GroupViewSet
from wagtail.users.views.users import UserViewSet

from network.content.refusals import Refused
from network.members import actions
from network.members.forms.desk import EraseForm, RoleForm, WhyForm, role_choices
from network.members.history import history_of, record_reading
from network.members.models import User
from network.members.queries import any_case, people, person_facts
from network.members.roles import role_label
from network.members.rules import why_not_close, why_not_erase, why_not_reset_second_factor
from network.members.wording import word_of_verb


class PeopleFilterSet(WagtailFilterSet):
    role = django_filters.ChoiceFilter(
        field_name="groups__name", label=gettext_lazy("Role"), choices=role_choices, widget=forms.RadioSelect
    )
    is_active = django_filters.BooleanFilter(label=gettext_lazy("may sign in"))

    class Meta:
        model = User
        fields = []


class PeopleIndexView(generic.IndexView):
    page_title = gettext_lazy("Members")
    any_permission_required = ["view"]
    is_searchable = True
    show_other_searches = False
    filterset_class = PeopleFilterSet
    default_ordering = "name"

    @cached_property
    def columns(self):
        return [
            TitleColumn("name", accessor=str, label=_("Name"), sort_key="name", get_url=self.get_edit_url),
            Column("email", label=_("E-mail address"), sort_key="email"),
            Column("roles", accessor=_roles, label=_("Roles")),
            BooleanColumn("has_second_factor", label=_("Second factor")),
            BooleanColumn("is_active", label=_("May sign in"), sort_key="is_active"),
            DateColumn("last_login", label=_("Last seen"), sort_key="last_login"),
        ]

    def get_edit_url(self, instance):
        return reverse(self.edit_url_name, args=[instance.pk])

    def get_list_more_buttons(self, instance):
        return []

    def get_base_queryset(self):
        return people()

    def search_queryset(self, queryset):
        found = Q()
        for form in any_case(self.search_query):
            found |= (
                Q(name__icontains=form) | Q(email__icontains=form) | Q(profile__name_latin__icontains=form)
            )
        return queryset.filter(found) if self.is_searching else queryset


def _roles(user) -> str:
    names = [str(role_label(group.name)) for group in user.groups.all()]
    return ", ".join([_("whole site"), *names] if user.is_superuser else names)


class PersonView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """One member: what is known and what an administrator can do. Each change asks for a fresh sign-in."""

    model = User
    template_name = "members/desk/person.html"
    permission_required = "view"
    header_icon = "user"
    index_url_name = None
    edit_url_name = None

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.now = timezone.now()

    @cached_property
    def person(self):
        return get_object_or_404(people(), pk=self.kwargs["pk"])

    def get_page_title(self):
        return str(self.person)

    def get_breadcrumbs_items(self):
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse(self.index_url_name), "label": _("Members")},
            {"url": "", "label": str(self.person)},
        ]

    def get_context_data(self, **kwargs):
        by, at, person = self.request.user, self.now, self.person
        record_reading(person, by=by, at=at, purpose="member's page in the admin")
        return super().get_context_data(
            **{
                "person": person,
                "facts": person_facts(person),
                "roles": [(group.name, role_label(group.name)) for group in person.groups.all()],
                "history": [
                    (entry.at, entry.actor, word_of_verb(entry.verb), entry.before, entry.after, entry.why)
                    for entry in history_of(person)[:20]
                ],
                "why_not_close": why_not_close(person, by=by, at=at),
                "why_not_reset": why_not_reset_second_factor(person, by=by, at=at),
                "why_not_erase": why_not_erase(person, by=by, at=at),
                "give_form": RoleForm(prefix="give"),
                "take_form": WhyForm(prefix="take"),
                "close_form": WhyForm(prefix="close"),
                "reset_form": WhyForm(prefix="reset"),
                "erase_form": EraseForm(prefix="erase", user=person),
                **kwargs,
            }
        )

    @method_decorator(reauthentication_required(app="network.members"))
    def post(self, request, *args, **kwargs):
        do = {
            "give": self.give_role,
            "take": self.take_role,
            "close": self.close_or_open,
            "reset": self.reset,
            "erase": self.erase,
        }.get(request.POST.get("action"))
        if do is None:
            raise Http404
        try:
            return do()
        except Refused as refusal:
            messages.error(request, refusal.sentence)
            return self.again()

    def again(self):
        return redirect(reverse(self.edit_url_name, args=[self.person.pk]))

    def refused(self, **form):
        return self.render_to_response(self.get_context_data(**form))

    @property
    def by(self):
        return {"by": self.request.user, "at": self.now}

    def give_role(self):
        form = RoleForm(self.request.POST, prefix="give")
        if not form.is_valid():
            return self.refused(give_form=form)
        actions.give_role(
            user=self.person, role=form.cleaned_data["role"], why=form.cleaned_data["why"], **self.by
        )
        messages.success(self.request, _("The role is given."))
        return self.again()

    def take_role(self):
        form = WhyForm(self.request.POST, prefix="take")
        if not form.is_valid():
            return self.refused(take_form=form)
        role = self.request.POST.get("role", "")
        actions.take_role(user=self.person, role=role, why=form.cleaned_data["why"], **self.by)
        messages.success(self.request, _("The role is taken away."))
        return self.again()

    def close_or_open(self):
        form = WhyForm(self.request.POST, prefix="close")
        if not form.is_valid():
            return self.refused(close_form=form)
        do = actions.close_account if self.person.is_active else actions.open_account
        do(user=self.person, why=form.cleaned_data["why"], **self.by)
        messages.success(self.request, _("Done."))
        return self.again()

    def reset(self):
        form = WhyForm(self.request.POST, prefix="reset")
        if not form.is_valid():
            return self.refused(reset_form=form)
        actions.reset_second_factor(user=self.person, why=form.cleaned_data["why"], **self.by)
        messages.success(self.request, _("The second factor is taken away; she is told by letter."))
        return self.again()

    def erase(self):
        form = EraseForm(self.request.POST, prefix="erase", user=self.person)
        if not form.is_valid():
            return self.refused(erase_form=form)
        actions.erase_account(user=self.person, why=form.cleaned_data["why"], **self.by)
        messages.success(self.request, _("The account and its data are erased."))
        return redirect(self.index_url_name)


class PeopleViewSet(UserViewSet):
    """Stands where Wagtail's own viewset of users stood, under the same names."""

    menu_label = gettext_lazy("Members")
    menu_order = 700
    add_to_settings_menu = False
    add_to_admin_menu = True
    ordering = "name"
    index_view_class = PeopleIndexView
    edit_view_class = PersonView
    filterset_class = PeopleFilterSet
    template_prefix = ""
    copy_view_enabled = False

    def get_urlpatterns(self):
        edit = self.construct_view(PersonView, **self.get_edit_view_kwargs())
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("edit/<int:pk>/", edit, name="edit"),
        ]

    def register_search_area(self):
        """Members are found in their own list."""


class NoGroupsViewSet(GroupViewSet):
    """Groups are made by code; nobody edits them by hand."""

    add_to_settings_menu = False
    model = Group

    def get_urlpatterns(self):
        return []
