from functools import wraps

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from network.awards.models import AwardRound
from network.awards.views.desk.access import desk_only
from network.content.refusals import Refused


def of_round(view):
    """Gives the view the round in the address."""

    @wraps(view)
    @desk_only
    def wrapped(request, code, *args, **kwargs):
        round = get_object_or_404(AwardRound, code=code.upper())
        return view(request, round, *args, **kwargs)

    return wrapped


def frame(round: AwardRound, title: str, name: str, icon: str = "group") -> dict:
    """What every screen of the jury has: its title, where it stands, the way to the others."""
    code = round.code.lower()
    tabs = [
        ("jury", _("Jury")),
        ("conflicts", _("Ties")),
        ("readings", _("Readings")),
        ("ranking", _("Ranking")),
        ("decisions", _("Decisions")),
        ("protocols", _("Protocols")),
    ]
    return {
        "round": round,
        "code": code,
        "page_title": f"{title}: {round.code}",
        "header_icon": icon,
        "tabs": [(reverse(f"awards_desk:{tab}", args=[code]), label, tab == name) for tab, label in tabs],
        "breadcrumbs_items": [
            {"url": reverse("awards_desk:entries"), "label": _("Award entries")},
            {"url": reverse("awards_desk:round", args=[code]), "label": str(round)},
            {"url": reverse(f"awards_desk:{name}", args=[code]), "label": title},
        ],
    }


def act(request, round, back: str, do, done: str):
    """Do it, say so or say why not, go back to the screen."""
    try:
        do()
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, done)
    return redirect(f"awards_desk:{back}", round.code.lower())


def wrong(request, round, back: str, form):
    for field, errors in form.errors.items():
        label = form.fields[field].label if field in form.fields else ""
        messages.error(request, f"{label}: {errors[0]}" if label else errors[0])
    return redirect(f"awards_desk:{back}", round.code.lower())
