from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoursesConfig(AppConfig):
    name = "courses"
    label = "courses"
    verbose_name = _("Courses")

    def ready(self):
        from courses import checks, completion, grants, own_section, personal_data  # noqa: F401
        from courses.reading.finding import terms_found
        from network.content import searching

        grants.register()
        searching.BESIDE.append(terms_found)
        completion.register()
        own_section.register()
        personal_data.register()
