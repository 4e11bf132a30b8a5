from django.urls import reverse
from django.utils.translation import gettext as _

from network.awards.models import AwardRound


def jury_tabs(round: AwardRound, name: str = "") -> list[tuple[str, str, bool]]:
    """The screens of a round's jury: address, label, whether it is the one called ``name``."""
    tabs = [
        ("jury", _("Jury")),
        ("conflicts", _("Conflicts of interest")),
        ("readings", _("Readings")),
        ("ranking", _("Ranking")),
        ("decisions", _("Decisions")),
        ("protocols", _("Protocols")),
    ]
    code = round.code.lower()
    return [(reverse(f"awards_desk:{tab}", args=[code]), label, tab == name) for tab, label in tabs]
