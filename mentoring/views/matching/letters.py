"""To mentors who could close a gap: chosen, shown as it will read, sent."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from mentoring import notices
from mentoring.actions.wanted import write_to_mentors
from mentoring.forms.runs import WantedForm
from mentoring.permissions import coordinators_only
from mentoring.queries.gaps import Wanted, possible_mentors
from mentoring.views.desk.rounds import asked_round
from mentoring.vocabularies import TOPIC_LABELS
from network.content.refusals import Refused
from network.members.vocabularies import SPOKEN_LANGUAGES


@coordinators_only
@require_http_methods(["GET", "HEAD", "POST"])
def wanted(request, code, kind):
    """``kind`` is a language and a topic: «kk.cataloguing»."""
    round = asked_round(code)
    language, _dot, topic = kind.partition(".")
    if language not in dict(SPOKEN_LANGUAGES) or (topic and topic not in TOPIC_LABELS):
        raise Http404
    sought, possible = Wanted(language, topic, 0), possible_mentors(round, language, topic)
    everybody = [one.application.pk for one in possible]
    form = WantedForm(request.POST or None, possible=possible, initial={"chosen": everybody})
    letters = []
    if request.method == "POST" and form.is_valid():
        chosen = [one.application for one in possible if one.application.pk in form.cleaned_data["chosen"]]
        message = form.cleaned_data["message"]
        if "confirm" in request.POST:
            try:
                written = write_to_mentors(
                    round=round, applications=chosen, language=language, topic=topic, message=message,
                    by=request.user, at=timezone.now(),
                )  # fmt: skip
            except Refused as refusal:
                messages.error(request, str(refusal))
            else:
                told = ngettext(
                    "%(number)d letter is on its way.", "%(number)d letters are on their way.", written
                )
                messages.success(request, told % {"number": written})
                return redirect("mentoring_admin:matching", code)
        letters = [
            notices.wanted.preview_wanted(
                one, round, language=language, topic=topic, message=message, at=timezone.now()
            )
            for one in chosen
        ]
    return render(
        request,
        "mentoring/matching/wanted.html",
        {"round": round, "sought": sought, "possible": possible, "form": form, "letters": [one for one in letters if one],
         "nobody": _("Nobody we know of speaks this language and knows this topic. Invite somebody by address.")},
    )  # fmt: skip
