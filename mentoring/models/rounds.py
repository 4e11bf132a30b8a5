import re

from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.states import Phase
from network.content.reception import seen_in_public

CODE = re.compile(r"^M(\d\d)([B-Z]?)$")


class RoundQuerySet(models.QuerySet):
    def calling(self, side: str):
        """Rounds whose phase lets this side apply; the dates have their own word."""
        phases = {
            "mentor": [Phase.MENTOR_CALL, Phase.MENTEE_CALL],
            "mentee": [Phase.MENTEE_CALL],
        }
        return self.filter(phase__in=phases[side])


@seen_in_public
class Round(models.Model):
    """The state of one round. Its words and dates are on its page, which editors save and revert; its phase
    must not move with a page's revision, so it is kept here. Do not set ``phase`` directly; mentoring.actions does.
    """

    page = models.OneToOneField(
        "mentoring.MentoringRoundPage", on_delete=models.PROTECT, related_name="round", verbose_name=_("page")
    )
    code = models.CharField(
        _("code"), max_length=4, unique=True, help_text="M27, M27B; begins every reference"
    )
    phase = models.CharField(_("phase"), max_length=12, choices=Phase.choices, default=Phase.PREPARING)
    phase_since = models.DateTimeField(_("in this phase since"), null=True, blank=True)
    # Changed only by an UPDATE in the database, so that two people never get one number.
    last_number = models.PositiveIntegerField(default=0, editable=False)
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("round")
        verbose_name_plural = _("rounds")
        ordering = ["-code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(phase__in=Phase.values), name="mentoring_round_phase_known"
            ),
        ]

    def __str__(self):
        return self.code


def next_code(year: int) -> str:
    """M27 for the first round of 2027, then M27B, M27C …"""
    taken = set(Round.objects.filter(code__startswith=f"M{year % 100:02}").values_list("code", flat=True))
    codes = (f"M{year % 100:02}{letter}" for letter in ("", *"BCDEFGHIJKLMNOPQRSTUVWXYZ"))
    return next(code for code in codes if code not in taken)
