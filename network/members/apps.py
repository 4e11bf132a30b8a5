from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MembersConfig(AppConfig):
    name = "network.members"
    label = "members"
    verbose_name = _("Members")

    def ready(self):
        from network.members import checks, grants, moderation, own_section, personal_data  # noqa: F401

        personal_data.register()
        grants.register()
        own_section.register()
        moderation.register()
