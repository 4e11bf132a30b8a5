from django.db import models
from django.utils.translation import gettext_lazy as _

from network.members.vocabularies import COUNTRIES, LIBRARY_TYPES


class Institution(models.Model):
    """A library or another organisation that members belong to; the register both sides of a match are compared by."""

    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("type of library"), max_length=20, choices=LIBRARY_TYPES)
    country = models.CharField(_("country"), max_length=2, choices=COUNTRIES)
    city = models.CharField(_("town or village"), max_length=100, blank=True)
    is_checked = models.BooleanField(_("checked by the association"), default=False)

    class Meta:
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["name", "country", "city"], name="members_institution_once"),
        ]

    def __str__(self):
        return self.name
