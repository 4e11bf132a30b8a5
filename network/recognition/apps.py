from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RecognitionConfig(AppConfig):
    name = "network.recognition"
    label = "recognition"
    verbose_name = _("Recognition")

    def ready(self):
        from network.recognition import grants, personal_data

        grants.register()
        personal_data.register()
