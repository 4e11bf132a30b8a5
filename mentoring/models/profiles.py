from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.vocabularies import CONTACT_WAYS, LIKENESS, STAGES, YEARS
from network.content.models import SealedPage
from network.members.vocabularies import COUNTRIES, LIBRARY_TYPES


class ProfilePage(SealedPage):
    """What matching reads of a person, and what the other side of an offer is shown. Written by actions only.

    Avoid-lists, accessibility needs, equity answers, addresses and files are not here: they are records.
    """

    name = models.CharField(_("name"), max_length=150)
    name_latin = models.CharField(_("name in Latin letters"), max_length=150, blank=True)
    language = models.CharField(_("language it is written in"), max_length=10)
    country = models.CharField(_("country"), max_length=2, choices=COUNTRIES)
    city = models.CharField(_("town or village"), max_length=100, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=60)
    library_type = models.CharField(_("type of library"), max_length=20, choices=LIBRARY_TYPES)
    institution_name = models.CharField(_("institution"), max_length=200)
    # Equal keys are one institution: country and name without signs and capitals; see mentoring.profile_fields.
    institution_key = models.CharField(max_length=220, blank=True)
    post = models.CharField(_("post"), max_length=150, blank=True)
    years = models.CharField(_("years in the profession"), max_length=5, choices=YEARS)
    # [{"code": "ru", "level": "fluent"}], the preferred one first.
    languages = models.JSONField(_("languages"), default=list)
    topics = models.JSONField(_("topics"), default=list)
    # The person's own grid ("mon-evening") and the engine's minutes made of it in the round's reference week.
    free_cells = models.JSONField(_("free time"), default=list, blank=True)
    free = models.JSONField(default=list, blank=True)
    contact_ways = models.JSONField(_("ways of contact"), default=list, blank=True)

    is_creatable = False

    class Meta:
        abstract = True

    @property
    def working_languages(self) -> list[str]:
        """Codes of the languages she can work in, the preferred one first."""
        return [row["code"] for row in self.languages if row["level"] in ("working", "fluent")]

    @property
    def contact_way_labels(self) -> list:
        labels = dict(CONTACT_WAYS)
        return [labels.get(code, code) for code in self.contact_ways]


class MenteeProfilePage(ProfilePage):
    stage = models.CharField(_("stage of career"), max_length=15, choices=STAGES, blank=True)
    question = models.TextField(_("question or goal"), max_length=2000)
    success = models.TextField(_("what success looks like"), max_length=2000)
    help_kinds = models.JSONField(_("kinds of help"), default=list, blank=True)
    library_wish = models.CharField(_("mentor's library"), max_length=5, choices=LIKENESS, default="any")
    country_wish = models.CharField(_("mentor's country"), max_length=5, choices=LIKENESS, default="any")
    giving_back = models.TextField(_("what she can give back"), max_length=2000, blank=True)
    # Keys of mentors' listings, the most wanted first.
    prefers = models.JSONField(_("named mentors"), default=list, blank=True)

    class Meta:
        verbose_name = _("mentee's profile")
        verbose_name_plural = _("mentees' profiles")


class MentorProfilePage(ProfilePage):
    places = models.PositiveSmallIntegerField(_("places"), default=1)
    bio = models.TextField(_("about her"), max_length=2000)
    # Of the topics offered, those she is ready to teach rather than advise on.
    topics_taught = models.JSONField(_("topics she can teach"), default=list, blank=True)
    stages_welcomed = models.JSONField(_("career stages welcomed"), default=list, blank=True)
    library_types_welcomed = models.JSONField(_("libraries welcomed"), default=list, blank=True)
    countries_welcomed = models.JSONField(_("countries welcomed"), default=list, blank=True)
    wishes = models.TextField(_("wishes about the mentee"), max_length=1000, blank=True)
    experience = models.TextField(_("experience of mentoring"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("mentor's profile")
        verbose_name_plural = _("mentors' profiles")
