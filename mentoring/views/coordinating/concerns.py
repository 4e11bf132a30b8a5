from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from mentoring.actions.pairs import close_concern
from mentoring.forms.runs import OutcomeForm
from mentoring.models import Concern
from mentoring.permissions import coordinators_only
from mentoring.views.desk.rounds import asked_round
from network.content.refusals import Refused
from network.members.history import history_of, record_reading


@coordinators_only
@require_safe
def index(request, code):
    round = asked_round(code)
    rows = (
        Concern.objects.filter(round=round)
        .select_related("pair", "closed_by")
        .defer("text", "wishes", "outcome")
    )
    return render(request, "mentoring/matching/concerns.html", {"round": round, "concerns": rows})


@coordinators_only
@require_http_methods(["GET", "HEAD", "POST"])
def concern(request, pk):
    """The words themselves; that they were read is written down."""
    one = get_object_or_404(Concern.objects.select_related("round__page", "pair", "by", "closed_by"), pk=pk)
    now, form = timezone.now(), OutcomeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            close_concern(concern=one, outcome=form.cleaned_data["outcome"], by=request.user, at=now)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Closed."))
        return redirect("mentoring_admin:concerns", one.round.code)
    record_reading(one, by=request.user, at=now, purpose="concern")
    return render(
        request,
        "mentoring/matching/concern.html",
        {"round": one.round, "concern": one, "form": form, "history": history_of(one)},
    )
