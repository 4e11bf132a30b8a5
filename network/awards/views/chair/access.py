from functools import wraps

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from network.awards.models import AwardRound
from network.awards.queries.words import RoundWords
from network.awards.views.desk.access import desk_frame, desk_only
from network.awards.views.desk.tabs import jury_tabs
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
    heading, words = f"{title}: {round.code}", RoundWords([round])
    return {
        "words": words,
        "round": round,
        "code": code,
        "tabs": jury_tabs(round, name),
        **desk_frame(
            heading,
            (_("Award entries"), reverse("awards_desk:entries")),
            (words.round(round), reverse("awards_desk:round", args=[code])),
            (heading, reverse(f"awards_desk:{name}", args=[code])),
            icon=icon,
        ),
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
