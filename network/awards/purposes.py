"""What invitations of the award are for, and where those who accept go on."""

from django.urls import reverse

from network.awards.actions import authors, jury
from network.awards.models import EntryAuthor, Juror
from network.members.registries import Purpose, register_purpose


def of_author(invitation) -> Purpose | None:
    author = EntryAuthor.objects.select_related("entry").filter(invitation=invitation).first()
    if author is None:
        return None
    entry = author.entry
    return Purpose(authors.about_words(entry), reverse("awards:entry", args=[entry.reference]))


def of_juror(invitation) -> Purpose | None:
    juror = Juror.objects.select_related("round").filter(invitation=invitation).first()
    if juror is None:
        return None
    round = juror.round
    return Purpose(jury.about_words(round), reverse("jury:room", args=[round.code.lower()]))


def register() -> None:
    register_purpose(authors.SUBJECT, of_author)
    register_purpose(jury.SUBJECT, of_juror)
