"""The vocabulary of a dialogue plan: fifteen groups and the slots in them.

A slot is one named place of a plan. Answers belong to a slot, never to a
lesson, a block or a sentence, so lessons may be rewritten, moved or deleted
and no answer is lost. Codes never change once used; labels are translated.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(StrEnum):
    """What an answer looks like, and so which form asks for it."""

    TEXT = "text"
    CHOICE = "choice"
    CHOICES = "choices"
    ROWS = "rows"
    DATE = "date"
    DURATION = "duration"  # whole months
    LANGUAGES = "languages"


@dataclass(frozen=True)
class Group:
    """One of the fifteen sections of a plan; filled when its required slots are."""

    code: str
    label: object


@dataclass(frozen=True)
class Slot:
    """One named place of a plan.

    ``columns`` names the cells of a row (kind ``rows`` only), in order;
    ``options`` names the list of codes to choose from (kinds ``choice`` and
    ``choices``), found in :mod:`courses.vocabularies`.
    """

    code: str
    group: str
    kind: Kind
    label: object
    required: bool = False
    columns: tuple[str, ...] = field(default=())
    options: str = ""


GROUPS = (
    Group("purpose", _("Purpose and definition")),
    Group("features", _("Type and features")),
    Group("alignment", _("Links to shared goals")),
    Group("challenge", _("The challenge in common")),
    Group("partners", _("Map of partners")),
    Group("contacts", _("International contacts")),
    Group("barriers", _("Barriers and answers")),
    Group("theme", _("Theme and three questions")),
    Group("participants", _("Countries, languages, participants")),
    Group("mandate", _("Mandate and resources")),
    Group("format", _("Format, rhythm, time zones")),
    Group("programme", _("Programme, groups and roles")),
    Group("campaign", _("Communication and campaign")),
    Group("records", _("Rules, records and report")),
    Group("evaluation", _("Evaluation and next steps")),
)

TEXT, CHOICE, CHOICES, ROWS = Kind.TEXT, Kind.CHOICE, Kind.CHOICES, Kind.ROWS

SLOTS = (
    Slot("purpose.definition", "purpose", TEXT, _("What our dialogue is, in one sentence"), True),
    Slot("purpose.institution", "purpose", TEXT, _("Our library and who writes"), True),
    Slot("purpose.readiness", "purpose", TEXT, _("What I can do and where I need help")),
    Slot("features.kind", "features", CHOICE, _("Kind of dialogue"), True, options="dialogue_kinds"),
    Slot("features.borrowed", "features", TEXT, _("Three features we borrow"), True),
    Slot("alignment.initiative", "alignment", CHOICE, _("IFLA initiative"), options="initiatives"),
    Slot("alignment.targets", "alignment", CHOICES, _("SDG targets"), options="sdg_targets"),
    Slot("alignment.track", "alignment", CHOICE, _("Track"), True, options="tracks"),
    Slot("alignment.why", "alignment", TEXT, _("Why this goal is ours"), True),
    Slot("challenge.words", "challenge", TEXT, _("Our challenge in twenty words"), True),
    Slot("challenge.shared_with", "challenge", TEXT, _("Who may have the same challenge"), True),
    Slot("partners.map", "partners", ROWS, _("Possible partners"), True, ("name", "sector", "ease", "value")),
    Slot("partners.institution", "partners", TEXT, _("The library we write to first"), True),
    Slot("partners.person", "partners", TEXT, _("The person we write to")),
    Slot("contacts.offices", "contacts", ROWS, _("Offices near us"), True, ("office", "priority", "topic")),
    Slot("barriers.main", "barriers", CHOICE, _("The main barrier"), True, options="barriers"),
    Slot("barriers.counter", "barriers", TEXT, _("Our step against it"), True),
    Slot(
        "barriers.risks",
        "barriers",
        ROWS,
        _("Risks and who watches them"),
        columns=("risk", "owner", "answer"),
    ),
    Slot("theme.title", "theme", TEXT, _("Theme"), True),
    Slot("theme.questions", "theme", ROWS, _("Three questions"), True, ("question",)),
    Slot("participants.seats", "participants", ROWS, _("Who takes part"), True, ("who", "country", "place")),
    Slot("participants.gap", "participants", TEXT, _("Who is missing and how we invite them")),
    Slot("participants.languages", "participants", Kind.LANGUAGES, _("Working languages"), True),
    Slot("participants.interpretation", "participants", TEXT, _("Who interprets and how")),
    Slot("mandate.umbrella", "mandate", CHOICES, _("Umbrella"), True, options="umbrellas"),
    Slot("mandate.papers", "mandate", TEXT, _("Papers we need"), True),
    Slot("mandate.costs", "mandate", ROWS, _("Costs"), columns=("item", "amount", "payer")),
    Slot("format.form", "format", CHOICE, _("Form of the meetings"), True, options="forms"),
    Slot(
        "format.meetings",
        "format",
        ROWS,
        _("Meetings"),
        True,
        ("title", "date", "time", "timezone", "minutes", "repeat", "times"),
    ),
    Slot("format.first_contact", "format", Kind.DATE, _("First letter goes out by")),
    Slot("format.duration", "format", Kind.DURATION, _("How long the dialogue is planned, in months")),
    Slot("programme.roles", "programme", ROWS, _("Roles"), True, ("role", "person")),
    Slot(
        "programme.run_sheet",
        "programme",
        ROWS,
        _("Run sheet of 90 minutes"),
        True,
        ("minutes", "what", "who"),
    ),
    Slot("programme.board", "programme", TEXT, _("Groups of the brainstorm board")),
    Slot("campaign.invitation", "campaign", TEXT, _("Invitation"), True),
    Slot("campaign.advocate", "campaign", TEXT, _("Our advocate from outside the profession")),
    Slot("campaign.day", "campaign", CHOICE, _("International day"), options="international_days"),
    Slot("campaign.messages", "campaign", TEXT, _("Three messages, three channels, one number"), True),
    Slot("campaign.story", "campaign", TEXT, _("Story for the media")),
    Slot("campaign.outreach", "campaign", TEXT, _("How we reach new people")),
    Slot(
        "campaign.sources",
        "campaign",
        ROWS,
        _("Sources for the theme"),
        columns=("publication", "scope", "periodicity", "access"),
    ),
    Slot("records.rules", "records", TEXT, _("Ground rules"), True),
    Slot("records.opening", "records", TEXT, _("The opening minute")),
    Slot("records.parking", "records", TEXT, _("Hard remarks turned into questions")),
    Slot("records.answers", "records", TEXT, _("How each group records its answers"), True),
    Slot("records.terms", "records", ROWS, _("Key terms in both languages"), columns=("term", "theirs")),
    Slot("records.where", "records", TEXT, _("Where the records are kept")),
    Slot(
        "records.recommendations", "records", ROWS, _("Initiatives for the report"), columns=("initiative",)
    ),
    Slot("records.pause", "records", TEXT, _("How we pause and start again")),
    Slot("evaluation.questions", "evaluation", TEXT, _("Four questions and one number"), True),
    Slot("evaluation.steps", "evaluation", ROWS, _("Next steps"), True, ("action", "owner", "date")),
    Slot("evaluation.next_contact", "evaluation", Kind.DATE, _("Date of the next contact")),
    Slot("evaluation.successor", "evaluation", TEXT, _("Who goes on if I leave")),
    Slot("evaluation.passport", "evaluation", TEXT, _("Passport of the project")),
)

COLUMN_LABELS = {
    "action": pgettext_lazy("column", "Action"),
    "access": pgettext_lazy("column", "Access"),
    "amount": pgettext_lazy("column", "Amount"),
    "answer": pgettext_lazy("column", "Answer to it"),
    "country": pgettext_lazy("column", "Country"),
    "date": pgettext_lazy("column", "Date"),
    "ease": pgettext_lazy("column", "How easy to approach"),
    "initiative": pgettext_lazy("column", "Initiative"),
    "item": pgettext_lazy("column", "Item"),
    "minutes": pgettext_lazy("column", "Minutes"),
    "name": pgettext_lazy("column", "Name"),
    "office": pgettext_lazy("column", "Office"),
    "owner": pgettext_lazy("column", "Who answers for it"),
    "payer": pgettext_lazy("column", "Who pays"),
    "periodicity": pgettext_lazy("column", "How often it appears"),
    "person": pgettext_lazy("column", "Person"),
    "place": pgettext_lazy("column", "On site or remote"),
    "priority": pgettext_lazy("column", "Its priority"),
    "publication": pgettext_lazy("column", "Publication"),
    "question": pgettext_lazy("column", "Question"),
    "repeat": pgettext_lazy("column", "Repeats"),
    "risk": pgettext_lazy("column", "Risk"),
    "role": pgettext_lazy("column", "Role"),
    "scope": pgettext_lazy("column", "Scope"),
    "sector": pgettext_lazy("column", "Sector"),
    "term": pgettext_lazy("column", "Term"),
    "theirs": pgettext_lazy("column", "In their language"),
    "time": pgettext_lazy("column", "Time"),
    "times": pgettext_lazy("column", "How many times"),
    "timezone": pgettext_lazy("column", "Time zone"),
    "title": pgettext_lazy("column", "Title"),
    "topic": pgettext_lazy("column", "Topic in common"),
    "value": pgettext_lazy("column", "How much it would help"),
    "what": pgettext_lazy("column", "What happens"),
    "who": pgettext_lazy("column", "Who"),
}

BY_CODE = {slot.code: slot for slot in SLOTS}
GROUP_BY_CODE = {group.code: group for group in GROUPS}


def slots_of(group: str) -> tuple[Slot, ...]:
    """The slots of one group, in the order a plan shows them."""
    return tuple(slot for slot in SLOTS if slot.group == group)
