"""Lists of codes for applications. Codes are stored and never change; labels are translated.

Topics follow the eight families of a library dialogue's skills. What is
compared in matching is always the code, never the words a person read.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class Family:
    code: str
    label: object
    topics: tuple[tuple[str, object], ...]


FAMILIES = (
    Family(
        "dialogue",
        _("Dialogue craft"),
        (
            ("moderation", _("Moderating a talk")),
            ("facilitation", _("Facilitating groups")),
            ("hybrid-brainstorm", _("Brainstorms in the room and online")),
            ("framing-questions", _("Framing questions")),
            ("interpreters", _("Working with interpreters")),
            ("report-writing", _("Writing reports")),
        ),
    ),
    Family(
        "international",
        _("International cooperation"),
        (
            ("finding-partners", _("Finding partners abroad")),
            ("agreements", _("Agreements and memoranda")),
            ("project-writing", _("Writing projects")),
            ("funding", _("Grants and funding")),
            ("ifla-participation", _("Taking part in IFLA")),
            ("protocol", _("Protocol and etiquette")),
        ),
    ),
    Family(
        "community",
        _("Community"),
        (
            ("needs-study", _("Studying what readers need")),
            ("outreach", _("Work outside the library's walls")),
            ("volunteers", _("Volunteers")),
            ("multicultural", _("Services for diasporas and in many languages")),
            ("third-place", _("The library as a third place")),
            ("local-studies", _("Local studies and tourism")),
        ),
    ),
    Family(
        "advocacy",
        _("Advocacy and the global goals"),
        (
            ("stakeholders", _("Talking to decision makers")),
            ("sdg-stories", _("Stories about the global goals")),
            ("campaigns", _("Campaigns")),
            ("media-work", _("Work with the media")),
            ("library-law", _("Library law")),
        ),
    ),
    Family(
        "information",
        _("Information and digital work"),
        (
            ("official-sources", _("UN and official sources")),
            ("media-literacy", _("Media literacy")),
            ("e-collections", _("Electronic collections")),
            ("copyright", _("Copyright")),
            ("data-ai", _("Data and artificial intelligence")),
            ("digitisation", _("Digitisation")),
            ("cataloguing", _("Cataloguing and metadata")),
        ),
    ),
    Family(
        "learning",
        _("Learning and leadership"),
        (
            ("training-design", _("Designing training")),
            ("mentoring-others", _("Mentoring colleagues")),
            ("team-management", _("Leading a team")),
            ("change", _("Leading change")),
            ("career-planning", _("Planning a career")),
            ("young-leaders", _("First steps as a head")),
        ),
    ),
    Family(
        "heritage",
        _("Heritage"),
        (
            ("provenance", _("Provenance and displaced collections")),
            ("rare-books", _("Rare books")),
            ("preservation", _("Preservation")),
            ("virtual-reconstruction", _("Virtual reconstruction of collections")),
        ),
    ),
    Family(
        "organisation",
        _("How a library works"),
        (
            ("strategy", _("Strategy")),
            ("evaluation", _("Evaluation")),
            ("online-decisions", _("Deciding together online")),
            ("associations", _("Library associations")),
            ("accessibility", _("Safety and accessibility")),
        ),
    ),
)

TOPICS = tuple(topic for family in FAMILIES for topic in family.topics)
TOPIC_LABELS = dict(TOPICS)

HELP_KINDS = (
    ("skill", _("learn a skill")),
    ("project", _("bring a project through")),
    ("career", _("think about my career")),
    ("leadership", _("grow into leading others")),
    ("publication", _("write or publish")),
    ("network", _("find colleagues in other countries")),
)

STAGES = (
    ("student", _("student")),
    ("new", _("new to the profession (up to 5 years)")),
    ("experienced", _("experienced")),
    ("head", _("head of a department or library")),
)

YEARS = (
    ("0-1", _("less than two years")),
    ("2-3", _("2 or 3 years")),
    ("4-5", _("4 or 5 years")),
    ("6-10", _("6 to 10 years")),
    ("11-20", _("11 to 20 years")),
    ("20+", _("more than 20 years")),
)

CONTACT_WAYS = (
    ("video", _("video call")),
    ("voice", _("telephone or voice call")),
    ("messenger", _("messenger")),
    ("mail", _("letters by e-mail")),
)

# How an applicant wishes the other library or country to be; a wish, not a rule.
LIKENESS = (
    ("any", pgettext_lazy("wish", "does not matter")),
    ("same", pgettext_lazy("wish", "like mine")),
    ("other", pgettext_lazy("wish", "unlike mine")),
)

PRONOUNS = (
    ("she", pgettext_lazy("pronoun", "she")),
    ("he", pgettext_lazy("pronoun", "he")),
    ("name", pgettext_lazy("pronoun", "just use my name")),
)

DECLINE_REASONS = (
    ("not-eligible", _("the conditions of this round are not met")),
    ("no-places", _("there are more applications than places")),
    ("topic", _("the round offers no help with this topic")),
    ("incomplete", _("the application was not completed")),
    ("twice", _("the same person applied twice")),
    ("other", _("another reason, named in the letter")),
)

# Optional, on a page of its own, never seen by reviewers or by matching.
EQUITY_QUESTIONS = (
    ("place", _("Where is your library?"), (
        ("capital", _("in a capital")), ("city", _("in a large city")),
        ("town", _("in a small town")), ("village", _("in a village")),
    )),
    ("age", _("How old are you?"), (
        ("under-25", _("under 25")), ("25-35", _("25 to 35")), ("36-50", _("36 to 50")), ("over-50", _("over 50")),
    )),
    ("gender", _("Your gender"), (
        ("woman", _("woman")), ("man", _("man")), ("own", _("in another way")),
    )),
    ("disability", _("Do you live with a disability?"), (("yes", _("yes")), ("no", _("no")))),
    ("first", _("Is this your first international programme?"), (("yes", _("yes")), ("no", _("no")))),
)  # fmt: skip


def topic_label(code: str):
    """The words for a topic; a code that was retired shows as itself, never as nothing."""
    return TOPIC_LABELS.get(code, code)
