"""What courses add to the Wagtail admin."""

from wagtail.snippets.models import register_snippet

from courses.viewsets import GlossaryViewSet

register_snippet(GlossaryViewSet)
