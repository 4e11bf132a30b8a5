from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from network.members.vocabularies import COUNTRIES, LANGUAGE_LEVELS, SPOKEN_LANGUAGES


class Profile(models.Model):
    """What a member tells of herself; nobody else sees it unless a screen says so."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="profile")
    name = models.CharField(_("name in your own script"), max_length=150, blank=True)
    name_latin = models.CharField(_("name in Latin letters"), max_length=150, blank=True)
    letters_language = models.CharField(_("language of letters"), max_length=10, default="ru")
    time_zone = models.CharField(_("time zone"), max_length=60, default="Europe/Moscow")
    country = models.CharField(_("country"), max_length=2, choices=COUNTRIES, blank=True)
    city = models.CharField(_("town or village"), max_length=100, blank=True)
    institution = models.ForeignKey(
        "members.Institution",
        verbose_name=_("institution"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="profiles",
    )
    institution_name = models.CharField(
        _("institution, if it is not in the list"), max_length=200, blank=True
    )
    post = models.CharField(_("post"), max_length=150, blank=True)
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)

    class Meta:
        verbose_name = _("profile")
        verbose_name_plural = _("profiles")

    def __str__(self):
        return self.name or str(self.user)


class LanguageSkill(models.Model):
    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="languages")
    language = models.CharField(_("language"), max_length=10, choices=SPOKEN_LANGUAGES)
    level = models.CharField(_("level"), max_length=10, choices=LANGUAGE_LEVELS)
    rank = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("language")
        verbose_name_plural = _("languages")
        ordering = ["rank", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["profile", "language"], name="members_language_once"),
        ]

    def __str__(self):
        return f"{self.get_language_display()} ({self.get_level_display()})"
