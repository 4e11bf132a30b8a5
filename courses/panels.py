"""What the editor of a lesson sees above its fields."""

from wagtail.admin.panels import Panel


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
