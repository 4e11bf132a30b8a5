"""Lists of codes that a plan and an exercise choose from; labels are translated.

Codes are stored and never change; labels may. Sources of the lists: the IFLA
strategies of 2019-2024, the UN goals' targets close to libraries, the tracks of
the IFLA Trend Report Update 2022.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

DIALOGUE_KINDS = (
    ("expert", _("Expert dialogue: one narrow theme, joint research")),
    ("community", _("Community dialogue: libraries and the people around them")),
    ("professional", _("Professional dialogue: how we work and learn")),
    ("neighbours", _("Dialogue of neighbours: libraries of two border regions")),
    ("young", _("Dialogue of young librarians")),
    ("network", _("Dialogue of a network: many libraries, many countries")),
)

INITIATIVES = (
    ("1.1", _("1.1 Show what libraries do for sustainable development")),
    ("1.2", _("1.2 Be a valued partner of international bodies")),
    ("1.3", _("1.3 Work with members on law and funding")),
    ("1.4", _("1.4 Shape the debate on open access and library values")),
    ("2.1", _("2.1 Make and share materials that inspire")),
    ("2.2", _("2.2 Campaigns that give libraries energy")),
    ("2.3", _("2.3 Standards and guidelines for good practice")),
    ("2.4", _("2.4 Tools for library work")),
    ("3.1", _("3.1 Good chances to meet and learn face to face")),
    ("3.2", _("3.2 Virtual networks and connections")),
    ("3.3", _("3.3 A stronger field in each country and region")),
    ("3.4", _("3.4 Targeted learning and professional growth")),
    ("4.2", _("4.2 Mobilise people and networks")),
)

SDG_TARGETS = (
    ("2.3", _("2.3 Knowledge for small farmers")),
    ("3.7", _("3.7 Health information")),
    ("4.4", _("4.4 Skills for work")),
    ("4.6", _("4.6 Literacy for all")),
    ("5.b", _("5.b Women and enabling technology")),
    ("9.5", _("9.5 Support for research")),
    ("9.c", _("9.c Affordable internet and technology")),
    ("11.4", _("11.4 Protecting heritage")),
    ("13.3", _("13.3 Climate awareness")),
    ("16.6", _("16.6 Accountable institutions")),
    ("16.10", _("16.10 Access to information")),
    ("17.8", _("17.8 Digital skills and capacity")),
)

TRACKS = (
    ("inspire", _("Inspire")),
    ("engage", _("Engage")),
    ("enable", _("Enable")),
    ("connect", _("Connect")),
)

BARRIERS = (
    ("time", _("Lack of time")),
    ("goals", _("Different goals")),
    ("money", _("Money")),
    ("language", _("Language")),
    ("permission", _("Permission")),
    ("technology", _("Technology")),
    ("distance", _("Distance")),
    ("contacts", _("Lack of contacts")),
    ("trust", _("Trust")),
    ("law", _("Law")),
)

UMBRELLAS = (
    ("association", _("Library association")),
    ("assembly", _("Assembly of libraries")),
    ("alliance", _("International alliance")),
    ("foundation", _("Foundation or fund")),
    ("memorandum", _("Memorandum of two libraries")),
    ("own", _("Order of our own director")),
)

FORMS = (
    ("onsite", _("On site")),
    ("online", _("Online")),
    ("hybrid", pgettext_lazy("form of a meeting", "Hybrid")),
)

INTERNATIONAL_DAYS = (
    ("02-21", _("21 February, Mother Language Day")),
    ("03-21", _("21 March, Nowruz")),
    ("04-23", _("23 April, World Book and Copyright Day")),
    ("05-21", _("21 May, Cultural Diversity for Dialogue and Development")),
    ("06-06", _("6 June, Russian Language Day at the UN")),
    ("06-10", _("10 June, Dialogue among Civilizations")),
    ("07-30", _("30 July, Friendship")),
    ("08-12", _("12 August, Youth")),
    ("09-08", _("8 September, Literacy")),
    ("09-21", _("21 September, Peace")),
    ("09-28", _("28 September, Universal Access to Information")),
    ("09-30", _("30 September, Translation")),
    ("10-24", _("24 October, United Nations")),
    ("10-27", _("27 October, Audiovisual Heritage")),
    ("12-03", _("3 December, Persons with Disabilities")),
    ("12-10", _("10 December, Human Rights")),
)

# How well a learner says she can do something.
RATING_LEVELS = (
    (1, pgettext_lazy("skill", "not yet")),
    (2, pgettext_lazy("skill", "with help")),
    (3, pgettext_lazy("skill", "by myself")),
    (4, pgettext_lazy("skill", "can show others")),
)

# How a meeting comes back; read by the calendar.
REPEATS = (
    ("once", pgettext_lazy("repeats of a meeting", "once")),
    ("weekly", pgettext_lazy("repeats of a meeting", "every week")),
    ("fortnightly", pgettext_lazy("repeats of a meeting", "every two weeks")),
    ("monthly", pgettext_lazy("repeats of a meeting", "every month on this date")),
    ("weekday", pgettext_lazy("repeats of a meeting", "every month on this weekday")),
)

OPTIONS = {
    "dialogue_kinds": DIALOGUE_KINDS,
    "initiatives": INITIATIVES,
    "sdg_targets": SDG_TARGETS,
    "tracks": TRACKS,
    "barriers": BARRIERS,
    "umbrellas": UMBRELLAS,
    "forms": FORMS,
    "international_days": INTERNATIONAL_DAYS,
}
