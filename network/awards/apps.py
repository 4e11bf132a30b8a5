from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AwardsConfig(AppConfig):
    name = "network.awards"
    label = "awards"
    verbose_name = _("Awards")

    def ready(self):
        from network.awards import (
            certificates,
            grants,
            jury_data,
            jury_section,
            own_section,
            personal_data,
            purposes,
            wording,
        )
        from network.awards.actions import authors, jury
        from network.awards.models import AwardRound, DeadlineChange
        from network.awards.ties import register as register_ties
        from network.content.reception import seen_in_public
        from network.members.registries import register_accepting

        seen_in_public(AwardRound)
        seen_in_public(DeadlineChange)
        grants.register()
        own_section.register()
        personal_data.register()
        register_ties()
        register_accepting("awards.entry", authors.accept)
        register_accepting("awards.jury", jury.accept)
        certificates.register()
        jury_data.register()
        wording.register()
        jury_section.register()
        purposes.register()
