from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet

from network.awards.models import AwardRound
from network.awards.rules.rounds import weights_lack
from network.awards.states import Phase

# From the announcement on people count on these; the deadline is moved by an action that tells them.
FIXED_WHEN_ANNOUNCED = (
    "code",
    "time_zone",
    "opens_at",
    "deadline_at",
    "grace_minutes",
    "projects_from",
    "projects_until",
)
FIXED_WHEN_FROZEN = ("scale_low", "scale_high", "min_reviews")


class AwardRoundForm(WagtailAdminModelForm):
    """Holds weights to 100 and keeps what people already count on."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.fixed_fields():
            if name in self.fields:
                self.fields[name].disabled = True

    def fixed_fields(self) -> tuple[str, ...]:
        round = self.instance
        if round.pk is None or round.phase == Phase.PREPARING:
            return ()
        return FIXED_WHEN_ANNOUNCED + (FIXED_WHEN_FROZEN if round.is_plan_frozen else ())

    def clean(self):
        data = super().clean()
        criteria = self.formsets.get("criteria")
        if criteria is not None and criteria.is_valid():
            if self.instance.is_plan_frozen and criteria.has_changed():
                self.add_error(
                    None, _("The criteria were frozen before the first review; they no longer change.")
                )
            kept = [
                form.cleaned_data["weight"]
                for form in criteria.forms
                if form.cleaned_data and not form.cleaned_data.get("DELETE")
            ]
            if sentence := weights_lack(kept):
                self.add_error(None, sentence)
        if data.get("deadline_at") and data.get("opens_at") and data["deadline_at"] <= data["opens_at"]:
            self.add_error("deadline_at", _("The deadline must come after the opening."))
        if (
            data.get("scale_high") is not None
            and data.get("scale_low") is not None
            and data["scale_high"] <= data["scale_low"]
        ):
            self.add_error("scale_high", _("The highest score must be above the lowest."))
        if (
            data.get("projects_from")
            and data.get("projects_until")
            and data["projects_until"] < data["projects_from"]
        ):
            self.add_error("projects_until", _("The last day must come after the first."))
        return data


class DeskColumn(Column):
    """Leads to the round's own screen: phases, deadline, what waits."""

    def get_value(self, instance):
        return format_html(
            '<a href="{}">{}</a>', reverse("awards_desk:round", args=[instance.code.lower()]), _("Desk")
        )


class AwardRoundViewSet(ModelViewSet):
    model = AwardRound
    name = "awardround"
    icon = "calendar"
    menu_label = _("Rounds")
    list_display = [
        "code",
        "name",
        Column("phase", label=_("Phase"), accessor="get_phase_display"),
        "opens_at",
        "deadline_at",
        DeskColumn("desk", label=""),
    ]
    list_filter = ["phase"]
    search_fields = ["code", "name"]
    edit_handler = ObjectList(AwardRound.panels, base_form_class=AwardRoundForm)
    copy_view_enabled = False
    inspect_view_enabled = False
