"""Plans as a whole: the list, one plan, its name, its place in the archive, its end."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from courses import actions
from courses.completion import ways
from courses.forms.plans import PlanForm
from courses.models import Plan
from courses.queries.lessons import lesson_by_slot
from courses.queries.plans import plans_of, view_of
from courses.slots import GROUPS, slots_of
from network.content.refusals import Refused


def own_plan(request, uuid) -> Plan:
    """Somebody else's plan answers exactly like none."""
    return get_object_or_404(Plan, uuid=uuid, owner=request.user)


def index(request):
    """Her plans; without an account, the plan this browser keeps."""
    if not request.user.is_authenticated:
        lessons = lesson_by_slot(request.LANGUAGE_CODE)
        groups = [
            (group, [(slot, lessons.get(slot.code)) for slot in slots_of(group.code)]) for group in GROUPS
        ]
        return render(request, "courses/plan_here.html", {"groups": groups})
    form = PlanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            plan = actions.create_plan(user=request.user, title=form.cleaned_data["title"], at=timezone.now())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("courses:plan", uuid=plan.uuid)
    rows = plans_of(request.user)
    at_work = [row for row in rows if not row.plan.archived_at]
    context = {"form": form, "rows": at_work, "archived": [row for row in rows if row.plan.archived_at]}
    return render(request, "courses/plans.html", context)


@require_safe
@login_required
def plan(request, uuid):
    plan = own_plan(request, uuid)
    view = view_of(plan, today=timezone.localdate())
    context = {"view": view, "plan": plan, "ways": ways(request.user, request.LANGUAGE_CODE)}
    return render(request, "courses/plan.html", context)


@login_required
def settings(request, uuid):
    """Its name."""
    plan = own_plan(request, uuid)
    form = PlanForm(request.POST or None, initial={"title": plan.title})
    if request.method == "POST" and form.is_valid():
        actions.rename_plan(plan=plan, title=form.cleaned_data["title"], by=request.user, at=timezone.now())
        messages.success(request, _("The plan has its new name."))
        return redirect("courses:plan", uuid=plan.uuid)
    return render(request, "courses/plan_settings.html", {"form": form, "plan": plan})


@require_POST
@login_required
def choose(request, uuid):
    """From now on lessons write into this one; one that was put away comes back."""
    plan = actions.choose_plan(plan=own_plan(request, uuid), by=request.user, at=timezone.now())
    messages.success(request, _("Lessons now write into “%(title)s”.") % {"title": plan.title})
    return redirect("courses:plan", uuid=plan.uuid)


@require_POST
@login_required
def archive(request, uuid):
    plan = actions.archive_plan(plan=own_plan(request, uuid), by=request.user, at=timezone.now())
    messages.success(
        request, _("“%(title)s” has been put away. You can take it back at any time.") % {"title": plan.title}
    )
    return redirect("courses:plans")


@login_required
def delete(request, uuid):
    """Asks once, then deletes for good."""
    plan = own_plan(request, uuid)
    if request.method == "POST":
        actions.delete_plan(plan=plan, by=request.user, at=timezone.now())
        messages.success(request, _("“%(title)s” has been deleted.") % {"title": plan.title})
        return redirect("courses:plans")
    return render(request, "courses/plan_delete.html", {"plan": plan, "count": plan.values.count()})
