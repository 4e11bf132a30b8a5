"""The feedback of one entry as its authors read it."""

from decimal import Decimal

from django.utils.translation import gettext as _

from network.awards.jury_states import DecisionState
from network.awards.models import DecisionLine, Entry
from network.awards.queries.plans import criteria_for
from network.awards.states import Outcome

HONOURED = (Outcome.LAUREATE, Outcome.SPECIAL, Outcome.COMMENDED)

BANDS = {
    "upper": lambda: _("Your entry is in the upper quarter of all that were judged."),
    "middle": lambda: _("Your entry is in the middle of all that were judged."),
}


def feedback_page(entry: Entry) -> dict:
    line = DecisionLine.objects.filter(entry=entry, decision__state=DecisionState.RELEASED).first()
    feedback = line.feedback if line else {}
    low, high = entry.round.scale
    means = feedback.get("criteria", {})
    band = BANDS.get(feedback.get("band", ""))
    return {
        "entry": entry,
        "round": entry.round,
        "line": line,
        "feedback": feedback,
        "outcome_words": entry.get_outcome_display(),
        # Who was honoured needs no comparison.
        "band_words": band() if band and entry.outcome not in HONOURED else "",
        "rows": [
            {
                **one,
                "mean": means[one["code"]],
                "width": str(
                    (Decimal(100) * (Decimal(means[one["code"]]) - low) / (high - low)).quantize(Decimal(1))
                ),
                "anchor": _anchor(one["anchors"], Decimal(means[one["code"]])),
            }
            for one in criteria_for(entry.round)
            if one["code"] in means
        ],
    }


def _anchor(anchors, mean: Decimal) -> str:
    """The words for the nearest score, the lower one where two are as near."""
    if not anchors:
        return ""
    return min(sorted(anchors), key=lambda anchor: abs(Decimal(anchor[0]) - mean))[1]
