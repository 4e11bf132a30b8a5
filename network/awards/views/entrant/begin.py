from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from network.awards.actions.drafts import answer_eligibility, begin_entry
from network.awards.forms.eligibility import EligibilityForm
from network.awards.models import AwardRound, EligibilityAnswer
from network.awards.questions import ELIGIBILITY
from network.awards.rules.drafts import why_not_answer, why_not_begin
from network.awards.states import Phase
from network.content.refusals import Refused


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def begin(request, code):
    """The eligibility questions; all yes begins a draft."""
    at = request.received_at
    round = AwardRound.objects.filter(code=code.upper()).exclude(phase=Phase.PREPARING).first()
    if round is None:
        raise Http404
    answered = EligibilityAnswer.objects.filter(round=round, user=request.user).first()
    if answered and answered.passed and request.method == "POST":
        return _begin(request, round, at)
    form = EligibilityForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            answered = answer_eligibility(round=round, answers=form.answers(), by=request.user, at=at)
        except Refused as refusal:
            messages.error(request, refusal.sentence)
        else:
            if answered.passed:
                return _begin(request, round, at)
    context = {
        "round": round,
        "round_page": round.page(),
        "form": form,
        "answered": answered,
        "refused": [
            question for question in ELIGIBILITY if answered and not answered.answers.get(question.code)
        ],
        "why_not": why_not_answer(round, by=request.user, at=at),
    }
    return render(request, "awards/begin.html", context, status=422 if form.errors else 200)


def _begin(request, round, at):
    if sentence := why_not_begin(round, by=request.user, at=at):
        messages.error(request, sentence)
        return redirect("awards:mine")
    try:
        entry = begin_entry(round=round, by=request.user, language=get_language(), at=at)
    except Refused as refusal:
        messages.error(request, refusal.sentence)
        return redirect("awards:mine")
    return redirect("awards:entry", entry.reference)
