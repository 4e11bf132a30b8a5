from datetime import date
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from network.recognition.names import as_written, comparable


class CertificateQuerySet(models.QuerySet):
    def valid(self):
        return self.filter(revoked_at__isnull=True)

    def of(self, user):
        return self.filter(holder=user).order_by("-issued_at", "-pk")


class Certificate(models.Model):
    """That somebody completed something: for any programme, to be checked by anybody who has its code.

    It outlives its holder's account: then without holder and without name, and
    only the name typed by somebody who holds the paper can still be checked.
    """

    code = models.CharField(
        _("code"),
        max_length=9,
        unique=True,
        validators=[RegexValidator(r"^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$")],
    )
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("holder"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="certificates",
    )
    shown_name = models.CharField(_("name on it"), max_length=150, blank=True)
    # A slow salted hash of the name as it is compared.
    name_hash = models.CharField(max_length=160)
    is_name_shown = models.BooleanField(_("name shown to whoever checks it"), default=False)
    programme = models.CharField(_("programme"), max_length=40)
    subject = models.CharField(_("of what"), max_length=60, blank=True)
    titles = models.JSONField(default=dict)
    language = models.CharField(_("language it was taken in"), max_length=10)
    edition = models.CharField(_("edition"), max_length=40, blank=True)
    hours = models.PositiveSmallIntegerField(_("hours"), null=True, blank=True)
    issued_at = models.DateTimeField(_("issued"))
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    replaced_by = models.OneToOneField(
        "self",
        verbose_name=_("replaced by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="replaces",
    )

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["-issued_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["holder", "programme", "subject"],
                condition=Q(revoked_at__isnull=True, holder__isnull=False),
                name="recognition_one_valid_certificate",
            ),
            models.CheckConstraint(
                condition=Q(replaced_by__isnull=True) | Q(revoked_at__isnull=False), name="recognition_replaced_is_revoked"
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.code

    @property
    def title(self) -> str:
        """In the reader's language, or in the one it was taken in."""
        return self.title_in(get_language() or self.language)

    def title_in(self, language: str) -> str:
        return (
            self.titles.get(language)
            or self.titles.get(self.language)
            or next(iter(self.titles.values()), "")
        )

    @property
    def issued_on(self) -> date:
        """Its day, the same on paper and on every screen, whatever zone the reader is in."""
        return self.issued_at.astimezone(ZoneInfo(settings.NETWORK_TIME_ZONE)).date()

    @property
    def state(self) -> str:
        if self.revoked_at is None:
            return "valid"
        return "replaced" if self.replaced_by_id else "revoked"

    def set_name(self, name: str) -> None:
        self.shown_name, self.name_hash = as_written(name), make_password(comparable(as_written(name)))

    def is_of(self, name: str) -> bool:
        name = comparable(as_written(name))
        return bool(name) and check_password(name, self.name_hash)
