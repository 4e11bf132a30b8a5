"""One slot of a plan: written outside a lesson, its earlier texts, two texts that met."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from courses import actions
from courses.documents.outline import line_of, show
from courses.events import Result
from courses.forms.fields import SlotField, fields_of
from courses.forms.lines import line_event, read_line
from courses.models import PlanValueVersion
from courses.queries.lessons import lesson_by_slot
from courses.queries.work import lines_of
from courses.slots import BY_CODE, GROUP_BY_CODE, Slot
from courses.views.plans import own_plan
from network.content.refusals import Refused


def _slot(code: str) -> Slot:
    if code not in BY_CODE:
        raise Http404
    return BY_CODE[code]


@login_required
def line(request, uuid, code):
    """Write one line of the plan."""
    plan, slot = own_plan(request, uuid), _slot(code)
    field = fields_of(
        [slot.code], lines_of(plan, [slot.code]), prefix="line", more=request.GET.get("rows", "")
    )[0]
    status, sentence = 200, ""
    if request.method == "POST":
        sent = read_line(slot, request.POST)
        if not sent.error:
            try:
                return _save(request, plan, sent)
            except Refused as refused:
                sentence = str(refused)
        field, status = sent.as_field("line"), 422
    elif joined := _joined(request, plan, slot, field):
        field = joined
    context = {
        "plan": plan,
        "field": field,
        "group": GROUP_BY_CODE[slot.group],
        "lesson": lesson_by_slot(get_language()).get(slot.code),
        "has_versions": plan.versions.filter(slot=slot.code).exists(),
        "sentence": sentence,
    }
    return render(request, "courses/line.html", context, status=status)


def _save(request, plan, sent):
    event = line_event(sent, language=request.LANGUAGE_CODE, at=timezone.now())
    outcome = actions.take_events(user=request.user, events=[event], at=timezone.now(), plan=plan.uuid)[0]
    if outcome.result == Result.BESIDE:
        messages.warning(request, outcome.sentence)
        return redirect_to_meeting(plan, [sent.slot.code])
    messages.success(request, _("Saved in your plan."))
    if request.POST.get("more"):
        return redirect(f"{request.path}?{urlencode({'rows': sent.slot.code})}")
    return redirect(f"{_url(plan)}#group-{sent.slot.group}")


def _url(plan) -> str:
    from django.urls import reverse

    return reverse("courses:plan", kwargs={"uuid": plan.uuid})


def redirect_to_meeting(plan, codes):
    return redirect(f"{_url(plan)}together/?{urlencode({'slot': codes}, doseq=True)}")


def _joined(request, plan, slot: Slot, field: SlotField) -> SlotField | None:
    """The field with another text added below the current one, to be made into one by hand."""
    number = request.GET.get("with", "")
    version = (
        plan.versions.filter(slot=slot.code, pk=number).first()
        if number.isdecimal() and len(number) < 18
        else None
    )
    if version is None:
        return None
    value = join(field.value, version.value)
    return SlotField(slot, prefix="line", value=value, version=field.version, language=field.language)


def join(one, other):
    if not one:
        return other
    if isinstance(one, list) and isinstance(other, list):
        return [*one, *(part for part in other if part not in one)]
    return f"{one}\n{other}" if isinstance(one, str) and isinstance(other, str) else other


@login_required
def versions(request, uuid, code):
    """Every text that stood in this slot; any of them can be put back."""
    plan, slot = own_plan(request, uuid), _slot(code)
    if request.method == "POST":
        number = request.POST.get("version", "")
        version = get_object_or_404(
            PlanValueVersion, plan=plan, slot=slot.code, pk=number if number.isdecimal() else 0
        )
        try:
            actions.restore_line(plan=plan, version=version, by=request.user, at=timezone.now())
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(
                request, _("That text stands in the plan again. The other one stays among the versions.")
            )
        return redirect(f"{_url(plan)}#group-{slot.group}")
    kept = lines_of(plan, [slot.code]).get(slot.code)
    rows = [
        (version, show(slot, version.value, language=version.language), kept is not None and version.version == kept.version and not version.is_beside)
        for version in plan.versions.filter(slot=slot.code, side="ours")[:200]
    ]  # fmt: skip
    context = {"plan": plan, "slot": slot, "group": GROUP_BY_CODE[slot.group], "rows": rows}
    return render(request, "courses/versions.html", context)


@require_safe
@login_required
def together(request, uuid):
    """Two texts that met in one slot, side by side; both are kept whatever she chooses."""
    plan = own_plan(request, uuid)
    slots = [BY_CODE[code] for code in dict.fromkeys(request.GET.getlist("slot")) if code in BY_CODE]
    lines = lines_of(plan, [slot.code for slot in slots])
    beside = {}
    for version in plan.versions.filter(
        slot__in=[slot.code for slot in slots], is_beside=True, side="ours"
    ).order_by("pk"):
        beside[version.slot] = version
    meetings = [
        (slot, line_of(slot, lines.get(slot.code)), beside[slot.code], show(slot, beside[slot.code].value, language=beside[slot.code].language))
        for slot in slots
        if slot.code in beside
    ]  # fmt: skip
    if not meetings:
        return redirect("courses:plan", uuid=plan.uuid)
    return render(request, "courses/together.html", {"plan": plan, "meetings": meetings})
