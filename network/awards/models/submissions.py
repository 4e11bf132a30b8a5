from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from network.awards.questions import ON_PAGE
from network.content.models import SealedPage


def rows():
    return models.JSONField(default=list, blank=True, encoder=DjangoJSONEncoder)


class SubmissionPage(SealedPage):
    """An entry as it was last sent: what the jury reads. A field for each question of ``questions.ON_PAGE``.

    Contact data, declarations, attachments, snapshots and scores are records beside it.
    """

    project_title = models.CharField(_("title of the project"), max_length=120)
    one_line = models.CharField(max_length=250, blank=True)
    nomination = models.CharField(max_length=40, blank=True)
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    entry_language = models.CharField(max_length=10, blank=True)
    languages = models.JSONField(default=list, blank=True)
    summary = models.TextField(blank=True)
    summary_other = models.TextField(blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=2, blank=True)
    city = models.CharField(max_length=100, blank=True)
    library_type = models.CharField(max_length=20, blank=True)
    partners = rows()
    team = rows()
    need = models.TextField(blank=True)
    cooperation = models.TextField(blank=True)
    activities = models.TextField(blank=True)
    audience = rows()
    results = models.TextField(blank=True)
    innovation = models.TextField(blank=True)
    inclusion = models.TextField(blank=True)
    transfer = models.TextField(blank=True)
    licence = models.CharField(max_length=20, blank=True)
    budget = models.CharField(max_length=20, blank=True)
    funding = models.CharField(max_length=300, blank=True)
    lessons = models.TextField(blank=True)
    video = models.CharField(max_length=500, blank=True)
    links = rows()
    voices = rows()

    class Meta:
        verbose_name = _("award entry (sealed page)")
        verbose_name_plural = _("award entries (sealed pages)")

    def answers(self) -> dict:
        """Every answer on the page by its question's code."""
        return {question.code: getattr(self, question.code) for question in ON_PAGE}
