"""What the editor of a lesson sees above its fields."""

from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import Panel


class LessonForm(WagtailAdminPageForm):
    """A draft may lack anything; what is published must not make answers get lost."""

    def clean(self):
        from courses.rules import lesson_mistakes

        cleaned = super().clean()
        if not self.is_deferred_validation and "body" in cleaned:
            self.instance.body = cleaned["body"]
            for name, sentences in lesson_mistakes(self.instance).items():
                self.add_error(name, sentences)
        return cleaned


class GapsPanel(Panel):
    """What readers would miss if the lesson were published as it was saved last."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "courses/admin/gaps.html"

        def get_context_data(self, parent_context=None):
            from courses.rules import lesson_gaps

            context = super().get_context_data(parent_context)
            context["gaps"] = lesson_gaps(self.instance) if self.instance.pk else []
            context["is_new"] = not self.instance.pk
            return context
