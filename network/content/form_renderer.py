"""How forms are drawn: one template a field, and every word beside a control is read out with it."""

from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting


class SiteBoundField(BoundField):
    """Knows what a form field may say of itself: ``who_sees`` (a sentence), ``soft_limit`` (characters)."""

    @property
    def limit(self) -> int | None:
        return getattr(self.field, "soft_limit", None) or getattr(self.field, "max_length", None)

    @property
    def aria_describedby(self):
        described = super().aria_describedby
        if described is None or not self.auto_id or self.is_hidden or not getattr(self.field, "who_sees", ""):
            return described
        return f"{self.auto_id}_who {described}".strip()


class SiteFormRenderer(TemplatesSetting):
    field_template_name = "components/field.html"
    bound_field_class = SiteBoundField
