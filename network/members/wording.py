"""Words for what data and history call by a code, for those who read an export or the history.

The floors above add theirs: ``add_words(keys={…}, verbs={…})`` in ``ready()``.
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.apps import apps
from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.members.consents import purpose_of
from network.members.roles import role_label
from network.members.vocabularies import COUNTRIES, LANGUAGE_LEVELS, SPOKEN_LANGUAGES

KEYS = {
    "email": gettext_lazy("E-mail address"),
    "addresses": gettext_lazy("Addresses"),
    "name": gettext_lazy("Name"),
    "name_latin": gettext_lazy("Name in Latin letters"),
    "joined": gettext_lazy("Joined"),
    "last_sign_in": gettext_lazy("Last seen"),
    "roles": gettext_lazy("Roles"),
    "second_factor": gettext_lazy("Second factor"),
    "letters_language": gettext_lazy("Language of letters"),
    "time_zone": gettext_lazy("Time zone"),
    "country": gettext_lazy("Country"),
    "city": gettext_lazy("Town or village"),
    "institution": gettext_lazy("Library or institution"),
    "post": gettext_lazy("Post"),
    "languages": gettext_lazy("Languages you work in"),
    "language": gettext_lazy("Language"),
    "level": gettext_lazy("Level"),
    "purpose": gettext_lazy("What for"),
    "text": gettext_lazy("Text"),
    "text_version": gettext_lazy("Version of the text"),
    "text_sha256": gettext_lazy("Fingerprint of the text"),
    "subject": gettext_lazy("Belongs to"),
    "given": gettext_lazy("Given on"),
    "withdrawn": gettext_lazy("Taken back on"),
    "at": gettext_lazy("When"),
    "done_by_you": gettext_lazy("You did"),
    "done_with_your_account": gettext_lazy("Done with your account"),
    "your_data_were_read": gettext_lazy("Your data were read"),
    "before": gettext_lazy("Before"),
    "after": gettext_lazy("After"),
    "letter": gettext_lazy("Letter"),
    "to": gettext_lazy("To"),
    "written": gettext_lazy("Written"),
    "sent": gettext_lazy("Sent"),
    "message": gettext_lazy("Message"),
    "received": gettext_lazy("Received"),
    "invited_to": gettext_lazy("You were invited as"),
    "invited_somebody_to": gettext_lazy("You invited somebody as"),
    "accepted": gettext_lazy("Accepted"),
    "edited": gettext_lazy("Page or text"),
    "how": gettext_lazy("What was done"),
    "comment": gettext_lazy("Comment"),
}
VERBS = {
    "join": gettext_lazy("made an account"),
    "make_member": gettext_lazy("account made by the operator"),
    "save_profile": gettext_lazy("changed the profile"),
    "give_consent": gettext_lazy("agreed"),
    "withdraw_consent": gettext_lazy("took a consent back"),
    "invite": gettext_lazy("invited"),
    "accept_invitation": gettext_lazy("accepted an invitation"),
    "revoke_invitation": gettext_lazy("revoked an invitation"),
    "give_role": gettext_lazy("gave a role"),
    "take_role": gettext_lazy("took a role away"),
    "close_account": gettext_lazy("closed an account"),
    "open_account": gettext_lazy("opened an account again"),
    "reset_second_factor": gettext_lazy("took a lost second factor away"),
    "erase_account": gettext_lazy("erased an account"),
}
VALUES = {
    "country": dict(COUNTRIES),
    "language": {**dict(SPOKEN_LANGUAGES), **dict(settings.LANGUAGES)},
    "letters_language": dict(settings.LANGUAGES),
    "level": dict(LANGUAGE_LEVELS),
    "done_by_you": VERBS,
    "done_with_your_account": VERBS,
}


def add_words(*, keys: dict | None = None, verbs: dict | None = None) -> None:
    KEYS.update(keys or {})
    VERBS.update(verbs or {})


def word_of_key(key: str) -> str:
    return str(KEYS.get(key) or key.replace("_", " ").capitalize())


def word_of_verb(verb: str) -> str:
    return str(VERBS.get(verb) or verb.replace("_", " "))


def readable(row: dict) -> list[tuple[str, str]]:
    """One row of an export as pairs of words; what is empty is left out."""
    return [
        (word_of_key(key), said(value, key)) for key, value in row.items() if value not in (None, "", [], {})
    ]


def _kind(label: str) -> str:
    """What a row is, from its model: "mentoring.mentorlisting" reads "listing of a mentor"."""
    try:
        return str(apps.get_model(label.partition(":")[0])._meta.verbose_name)
    except (LookupError, ValueError):
        return label


def said(value, key: str = "") -> str:
    if isinstance(value, str | Promise):
        if key in {"roles", "invited_to", "invited_somebody_to"}:
            return str(role_label(str(value)))
        if key == "purpose" and (purpose := purpose_of(str(value))):
            return str(purpose.title)
        if key == "subject":
            return _kind(str(value))
        return str(VALUES.get(key, {}).get(str(value), value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    if isinstance(value, dict):
        return ", ".join(said(part, name) for name, part in value.items() if part not in (None, ""))
    if isinstance(value, Iterable):
        return "; ".join(said(part, key) for part in value)
    return str(value)
