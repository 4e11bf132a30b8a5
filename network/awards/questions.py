"""The entrant's form: its parts and questions, in order. A table that forms, preview, snapshot and jury screens read.

Codes never change once a round has used them: snapshots keep answers by code.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from network.members.vocabularies import COUNTRIES, LIBRARY_TYPES, SPOKEN_LANGUAGES


@dataclass(frozen=True)
class Question:
    """``words`` is a soft limit shown while writing and held at submission; ``blind``: jurors see the answer."""

    code: str
    kind: str  # line, text, choice, choices, date, url, rows, tick, nomination
    label: object
    help: object = ""
    required: bool = False
    words: int = 0
    characters: int = 0
    choices: tuple = ()
    columns: tuple = ()
    most_rows: int = 0
    blind: bool = True
    on_page: bool = True


@dataclass(frozen=True)
class Part:
    code: str
    title: object
    who_sees: object
    questions: tuple[Question, ...]
    has_files: bool = False
    intro: object = ""
    private: bool = field(default=False)


@dataclass(frozen=True)
class Column:
    code: str
    label: object
    characters: int = 200
    choices: tuple = ()
    kind: str = "line"
    required: bool = False


@dataclass(frozen=True)
class EligibilityQuestion:
    """Must be answered yes; ``why`` is what a no means, kindly."""

    code: str
    text: object
    why: object


ELIGIBILITY = (
    EligibilityQuestion(
        "library",
        _("Is a library, or an association of libraries, among those who ran the project?"),
        _(
            "The award is given to libraries. If a library took part, ask it to enter the project in its name."
        ),
    ),
    EligibilityQuestion(
        "abroad",
        _("Did a partner in another country do a part of the work, and not only lend its name?"),
        _(
            "The award is for what libraries of at least two countries did together. A project within one country can be told as a story on this site."
        ),
    ),
    EligibilityQuestion(
        "period",
        _("Was the main part of the project carried out in the months named in the call?"),
        _(
            "Each round takes projects of its own period. If yours is still going on, enter it in the next round."
        ),
    ),
    EligibilityQuestion(
        "agreed",
        _("Do all partners know that you enter the project, and agree?"),
        _(
            "Talk to your partners first: the entry speaks for all of you. Their agreement can come by e-mail."
        ),
    ),
    EligibilityQuestion(
        "not_laureate",
        _("Is it true that this project was not a laureate of the last round?"),
        _(
            "A project that was a laureate of the last round waits for one round. A new project of the same partners is welcome."
        ),
    ),
)

JURY = _("Seen by the jury, the secretary and your co-authors.")
NAMES = _(
    "Seen by the secretary. Jurors see the names of organisations and people only to say whether they know each other, not while they read."
)
STAFF = _("Seen by the secretary only.")

BUDGETS = (
    ("none", _("no money of its own")),
    ("small", _("up to 1,000 euros")),
    ("middle", _("1,000 to 10,000 euros")),
    ("large", _("more than 10,000 euros")),
)
LICENCES = (
    ("cc-by", _("CC BY: others may use and change it, naming you")),
    ("cc-by-sa", _("CC BY-SA: the same, under the same terms")),
    ("ask", _("others should ask first")),
)

PARTS = (
    Part(
        "project",
        _("The project"),
        JURY,
        (
            Question("project_title", "line", _("Title of the project"), required=True, characters=120),
            Question("one_line", "line", _("The project in one sentence"), required=True, characters=250),
            Question("nomination", "nomination", _("Nomination"), required=True),
            Question("starts", "date", _("The project began"), required=True),
            Question("ends", "date", _("The project ended"), _("Leave empty if it goes on.")),
            Question(
                "entry_language",
                "choice",
                _("Language of this entry"),
                required=True,
                choices=SPOKEN_LANGUAGES,
            ),
            Question(
                "languages",
                "choices",
                _("Languages the project worked in"),
                required=True,
                choices=SPOKEN_LANGUAGES,
            ),
            Question(
                "summary",
                "text",
                _("Summary"),
                _("What was done, with whom and what came of it. Do not name people or organisations here."),
                required=True,
                words=200,
            ),
            Question(
                "summary_other",
                "text",
                _("Summary in Russian or English"),
                _("Needed when the entry is in another language, so that every juror can follow."),
                words=200,
            ),
        ),
    ),
    Part(
        "partners",
        _("Who did it"),
        NAMES,
        (
            Question(
                "organisation",
                "line",
                _("Your library or organisation"),
                required=True,
                characters=200,
                blind=False,
            ),
            Question("country", "choice", _("Country"), required=True, choices=COUNTRIES),
            Question("city", "line", _("Town or village"), characters=100, blind=False),
            Question("library_type", "choice", _("Type of library"), required=True, choices=LIBRARY_TYPES),
            Question(
                "partners",
                "rows",
                _("Partners"),
                _(
                    "At least one in another country. Say what each did: the jury reads this column, without the name."
                ),
                required=True,
                most_rows=12,
                columns=(
                    Column("name", _("Organisation"), required=True),
                    Column("country", _("Country"), choices=COUNTRIES, kind="choice", required=True),
                    Column("role", _("What it did"), characters=400, required=True),
                ),
            ),
            Question(
                "team",
                "rows",
                _("People of the team"),
                _("So that a juror who knows them can step aside."),
                most_rows=20,
                blind=False,
                columns=(
                    Column("name", _("Name"), characters=150, required=True),
                    Column("part", _("Part in the project")),
                    Column("organisation", _("Organisation")),
                ),
            ),
        ),
    ),
    Part(
        "answers",
        _("What was done"),
        JURY,
        (
            Question("need", "text", _("Why it was needed and what you wanted"), required=True, words=300),
            Question(
                "cooperation",
                "text",
                _("How the partners worked together"),
                _("What each side did, decided and learned."),
                required=True,
                words=300,
            ),
            Question("activities", "text", _("What you did"), required=True, words=300),
            Question(
                "audience",
                "rows",
                _("Whom it reached"),
                most_rows=8,
                columns=(
                    Column("who", _("Who"), required=True),
                    Column("planned", _("Planned"), characters=40),
                    Column("reached", _("Reached"), characters=40),
                    Column("source", _("How you know")),
                ),
            ),
        ),
    ),
    Part(
        "results",
        _("What came of it"),
        JURY,
        (
            Question("results", "text", _("Results, and how you know"), required=True, words=300),
            Question("innovation", "text", _("What was new"), required=True, words=300),
            Question(
                "inclusion",
                "text",
                _("Who was not forgotten"),
                _("Languages, remote places, people who come rarely, access for people with disabilities."),
                required=True,
                words=300,
            ),
            Question(
                "transfer",
                "text",
                _("What others can repeat"),
                _("What they need, in which order, and what to beware of."),
                required=True,
                words=300,
            ),
            Question(
                "licence", "choice", _("May others use your materials?"), required=True, choices=LICENCES
            ),
            Question("budget", "choice", _("What it cost"), required=True, choices=BUDGETS),
            Question("funding", "line", _("Where the money came from"), characters=300),
            Question("lessons", "text", _("What you would do otherwise"), words=300),
        ),
    ),
    Part(
        "evidence",
        _("Evidence"),
        JURY,
        (
            Question(
                "video",
                "url",
                _("Video of up to three minutes"),
                _("A link. Subtitles help those who cannot hear it."),
            ),
            Question(
                "links",
                "rows",
                _("Publications"),
                most_rows=15,
                columns=(
                    Column("title", _("Title"), required=True),
                    Column("url", _("Address"), characters=500, kind="url"),
                    Column("date", _("Date"), characters=20),
                ),
            ),
            Question(
                "voices",
                "rows",
                _("What readers and partners said"),
                most_rows=5,
                columns=(
                    Column("text", _("Their words"), characters=800, kind="text", required=True),
                    Column("who", _("Who, without a name"), characters=150),
                ),
            ),
        ),
        has_files=True,
    ),
    Part(
        "contact",
        _("Contact and declarations"),
        STAFF,
        (
            Question(
                "contact_name",
                "line",
                _("Contact person"),
                required=True,
                characters=150,
                blind=False,
                on_page=False,
            ),
            Question(
                "contact_email",
                "email",
                _("Her e-mail"),
                required=True,
                characters=254,
                blind=False,
                on_page=False,
            ),
            Question("contact_phone", "line", _("Telephone"), characters=40, blind=False, on_page=False),
            Question(
                "signatory",
                "line",
                _("Who answers for the entry in your organisation"),
                _("Name and post."),
                required=True,
                characters=250,
                blind=False,
                on_page=False,
            ),
            Question(
                "jury_ties",
                "text",
                _("Do you or your partners know somebody of the jury?"),
                _(
                    "Kin, colleague, common project. It does no harm to the entry: the juror will not score it."
                ),
                words=100,
                blind=False,
                on_page=False,
            ),
            Question(
                "true",
                "tick",
                _("What is written is true, and the partners have agreed to the entry."),
                required=True,
                blind=False,
                on_page=False,
            ),
            Question(
                "rights",
                "tick",
                _("We hold the rights to the texts and pictures, and the people shown have agreed."),
                required=True,
                blind=False,
                on_page=False,
            ),
            Question(
                "personal_data",
                "tick",
                _("The data above may be kept and read for the award, as the privacy page says."),
                required=True,
                blind=False,
                on_page=False,
            ),
            Question(
                "publication",
                "tick",
                _(
                    "If the project becomes a laureate, its title, story, partners, recipe and chosen pictures may be published."
                ),
                required=True,
                blind=False,
                on_page=False,
            ),
            Question(
                "machine",
                "tick",
                _("A juror may read the entry with the help of a machine translation."),
                blind=False,
                on_page=False,
            ),
        ),
        private=True,
    ),
)

PART_CODES = tuple(part.code for part in PARTS)
BY_PART = {part.code: part for part in PARTS}
QUESTIONS = {question.code: question for part in PARTS for question in part.questions}
PART_OF = {question.code: part.code for part in PARTS for question in part.questions}
# What lives on the sealed page, and what of it jurors may read.
ON_PAGE = tuple(question for question in QUESTIONS.values() if question.on_page)
BLIND = tuple(question for question in ON_PAGE if question.blind)
# Columns of row questions that name somebody: cut out of the blind copy.
NAMING_COLUMNS = {("partners", "name")}
