"""What applicants agree to: each text its own consent, kept with its version."""

from django.utils.translation import gettext_lazy as _

from network.members.consents import Purpose, register_purpose

VERSION = "2026-11"


def _purpose(code, title, text, *, mandatory=False, when_withdrawn="") -> Purpose:
    return register_purpose(
        Purpose(
            f"mentoring-{code}", title, ((VERSION, text),), mandatory=mandatory, when_withdrawn=when_withdrawn
        )
    )


PROCESSING = _purpose(
    "processing",
    _("Use of my answers"),
    _(
        "I agree that the association keeps and uses the answers of this application to find me a pair: "
        "until 180 days after a refusal, or one year after the end of the round."
    ),
    mandatory=True,
    when_withdrawn=_("Your application is withdrawn and your answers are erased."),
)
TRANSFER = _purpose(
    "transfer",
    _("Use in other countries"),
    _(
        "I agree that my answers are read in the countries where the coordinator and my possible partner work."
    ),
    mandatory=True,
    when_withdrawn=_("Your application is withdrawn."),
)
SHARING = _purpose(
    "sharing",
    _("Showing my profile to a possible partner"),
    _(
        "I agree that the person proposed to me as a partner sees my profile: work, languages, topics, free time "
        "and what I wrote about my question or myself. My address is shown only when both of us have said yes."
    ),
    mandatory=True,
    when_withdrawn=_("Your application is withdrawn."),
)
CONDUCT = _purpose(
    "conduct",
    _("Rules of the programme"),
    _(
        "I keep the rules of the programme: what is said stays between the two of us, I answer within a week, "
        "I ask for no work and no money, and I say so in time when I cannot go on."
    ),
    mandatory=True,
)
STORY = _purpose(
    "story",
    _("A story about my pair"),
    _(
        "You may ask me later whether our story may be told on the site. Nothing is published without another yes of mine."
    ),
    when_withdrawn=_("You will not be asked for a story."),
)
LISTING = _purpose(
    "listing",
    _("My page among the mentors"),
    _(
        "I agree that my name, country, library, post, languages, topics and what I wrote about myself stand on a public "
        "page of the site, in the list of mentors, where search engines can find them, until I take it back."
    ),
    when_withdrawn=_("Your page is taken off the list at once."),
)
CALL_NOTICE = _purpose(
    "call-notice",
    _("One letter about the next call"),
    _("Write to me once, when the next call opens. My address is erased after that letter."),
)

TO_APPLY = (PROCESSING, TRANSFER, SHARING, CONDUCT)
IF_SHE_LIKES = (STORY,)
