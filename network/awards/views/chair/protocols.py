from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from network.awards.actions.protocols import write_protocol
from network.awards.documents.protocol_docx import protocol_docx
from network.awards.documents.protocol_pdf import protocol_pdf
from network.awards.forms.chair import ProtocolForm
from network.awards.queries.protocols import people
from network.awards.queries.ranking import hidden_from
from network.awards.rules.judging import why_not_see_scores
from network.awards.views.chair.access import frame, of_round
from network.content.refusals import Refused
from network.members.history import record
from network.members.roles import Role, members_of

KINDS = {
    "pdf": (protocol_pdf, "application/pdf"),
    "docx": (protocol_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


@require_http_methods(["GET", "HEAD", "POST"])
@of_round
def protocols(request, round):
    """Protocols of the round, and a form for another."""
    staff = [*members_of(Role.AWARD_CHAIR), *members_of(Role.AWARD_SECRETARY)]
    named = people(round, dict.fromkeys(staff))
    is_hidden = bool(why_not_see_scores(round, by=request.user) or hidden_from(round, request.user))
    form = ProtocolForm(request.POST if request.method == "POST" else None, people=named)
    if request.method == "POST" and form.is_valid():
        try:
            write_protocol(
                round=round,
                held_at=form.cleaned_data["held_at"],
                place=form.cleaned_data["place"],
                present=_present(form, dict(named)),
                discussion=form.cleaned_data["discussion"],
                by=request.user,
                at=request.received_at,
            )
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("The protocol is written."))
            return redirect("awards_desk:protocols", round.code.lower())
    context = {
        **frame(round, _("Protocols"), "protocols", "doc-full"),
        "protocols": [] if is_hidden else list(round.protocols.select_related("made_by")),
        "form": form,
        "is_hidden": is_hidden,
    }
    return render(request, "awards/desk/jury/protocols.html", context, status=422 if form.errors else 200)


def _present(form, names: dict) -> list[dict]:
    """Names as they are written today; roles by code, said in the protocol's language."""
    chairs = {f"staff-{user.pk}" for user in members_of(Role.AWARD_CHAIR)}
    found = [{"name": names[code], "role": _role(code, chairs)} for code in form.cleaned_data["present"]]
    others = [line.strip() for line in form.cleaned_data["others"].splitlines() if line.strip()]
    return found + [{"name": name, "role": ""} for name in others]


def _role(code: str, chairs: set[str]) -> str:
    if code in chairs:
        return "chair"
    return "secretary" if code.startswith("staff-") else "juror"


@require_safe
@of_round
@reauthentication_required(app="network.awards")
def document(request, round, number, language, kind):
    protocol = get_object_or_404(round.protocols, number=number)
    if language not in dict(settings.LANGUAGES):
        raise Http404
    if why_not_see_scores(round, by=request.user) or hidden_from(round, request.user):
        raise Http404
    make, media_type = KINDS[kind]
    record("awards.export", round, by=request.user, at=request.received_at, after=f"protocol.{kind}")
    response = HttpResponse(
        make(protocol, language=language, at=request.received_at), content_type=media_type
    )
    response["Content-Disposition"] = (
        f'attachment; filename="{round.code}-protocol-{number}-{language}.{kind}"'
    )
    response["Cache-Control"] = "private, no-store"
    return response
