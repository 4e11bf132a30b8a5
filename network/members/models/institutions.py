from django.db import models
from django.db.models import functions
from django.utils.translation import gettext_lazy as _

from network.members.vocabularies import COUNTRIES, LIBRARY_TYPES


class InstitutionQuerySet(models.QuerySet):
    def named(self, label: str):
        """The one checked institution whose label this is, or whose name alone tells it from all others."""
        if not label:
            return None
        whole = functions.Concat("name", models.Value(" ("), "city", models.Value(")"))
        found = list(
            self.filter(is_checked=True)
            .annotate(whole=whole)
            .filter(models.Q(whole=label) | models.Q(name=label))
            .order_by("pk")[:2]
        )
        return found[0] if len(found) == 1 else None


class Institution(models.Model):
    """A library or another organisation that members belong to; the register both sides of a match are compared by."""

    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("type of library"), max_length=20, choices=LIBRARY_TYPES)
    country = models.CharField(_("country"), max_length=2, choices=COUNTRIES)
    city = models.CharField(_("town or village"), max_length=100, blank=True)
    is_checked = models.BooleanField(_("checked by the association"), default=False)

    objects = InstitutionQuerySet.as_manager()

    class Meta:
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["name", "country", "city"], name="members_institution_once"),
        ]

    def __str__(self):
        return self.label

    @property
    def label(self) -> str:
        """Many towns have a "Central Library": the town tells them apart."""
        return f"{self.name} ({self.city})" if self.city else self.name
