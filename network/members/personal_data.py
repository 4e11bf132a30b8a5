"""What this floor knows of a person: how it is handed to her and how it goes when she goes."""

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy
from wagtail.models import Comment, CommentReply, ModelLogEntry, PageLogEntry

from network.content.models import ContactMessage, Letter
from network.members.consents import purpose_of
from network.members.models import HistoryEntry, Invitation, Profile, ReadingEntry, User
from network.members.registries import PersonalData, register_personal_data

FIRST, LAST = 500, 1000
STAYS = {
    "editing": gettext_lazy(
        "Pages and translations you worked on stay, without your name: others go on with them."
    ),
    "history": gettext_lazy(
        "What was done and when stays in the history, without your name: decisions must stay explicable."
    ),
}


def addresses_of(user) -> list[str]:
    return list({user.email, *user.emailaddress_set.values_list("email", flat=True)})


def _account(user) -> list[dict]:
    return [
        {
            "email": user.email,
            "addresses": sorted(addresses_of(user)),
            "name": user.name,
            "joined": user.date_joined,
            "last_sign_in": user.last_login,
            "roles": sorted(user.groups.values_list("name", flat=True)),
            "second_factor": sorted(user.authenticator_set.values_list("type", flat=True)),
        }
    ]


def _profile(user) -> list[dict]:
    return [
        {
            "name": profile.name,
            "name_latin": profile.name_latin,
            "letters_language": profile.letters_language,
            "time_zone": profile.time_zone,
            "country": profile.country,
            "city": profile.city,
            "institution": profile.institution.label if profile.institution else profile.institution_name,
            "post": profile.post,
            "languages": [{"language": s.language, "level": s.level} for s in profile.languages.all()],
        }
        for profile in Profile.objects.filter(user=user).select_related("institution")
    ]


def _erase_profile(user, *, at):
    Profile.objects.filter(user=user).delete()


def _consents(user) -> list[dict]:
    return [
        {
            "purpose": consent.purpose,
            "text": str(purpose.text_of(consent.text_version))
            if (purpose := purpose_of(consent.purpose))
            else "",
            "text_version": consent.text_version,
            "text_sha256": consent.text_sha256,
            "language": consent.language,
            "subject": consent.subject,
            "given": consent.given_at,
            "withdrawn": consent.withdrawn_at,
        }
        for consent in user.consents.all()
    ]


def _erase_consents(user, *, at):
    user.consents.all().delete()


def _history(user) -> list[dict]:
    done = HistoryEntry.objects.filter(actor=user)
    about = HistoryEntry.objects.filter(subject_type="members.user", subject_id=str(user.pk))
    read = ReadingEntry.objects.filter(subject_type="members.user", subject_id=str(user.pk))
    return [
        *({"at": e.at, "done_by_you": e.verb, "subject": e.subject_type} for e in done),
        *(
            {"at": e.at, "done_with_your_account": e.verb, "before": e.before, "after": e.after}
            for e in about
        ),
        *({"at": e.at, "your_data_were_read": e.purpose} for e in read),
    ]


def _erase_history(user, *, at) -> str:
    # Only here is history ever changed: the fact stays, the person leaves it.
    HistoryEntry.objects.filter(actor=user).update(actor=None)
    ReadingEntry.objects.filter(reader=user).update(reader=None)
    profile = Profile.objects.filter(user=user).first()
    own = HistoryEntry.objects.filter(subject_type="members.user", subject_id=str(user.pk))
    if profile:
        own |= HistoryEntry.objects.filter(subject_type="members.profile", subject_id=str(profile.pk))
    own.update(why="", details={})
    return str(STAYS["history"])


def _letters(user) -> list[dict]:
    letters = Letter.objects.filter(to__in=addresses_of(user))
    messages = ContactMessage.objects.filter(email__in=addresses_of(user))
    return [
        *(
            {"letter": x.subject, "text": x.text, "to": x.to, "written": x.created_at, "sent": x.sent_at}
            for x in letters
        ),
        *({"message": x.text, "name": x.name, "email": x.email, "received": x.created_at} for x in messages),
    ]


def _erase_letters(user, *, at):
    for address in addresses_of(user):
        Letter.objects.filter(to__iexact=address).delete()
        ContactMessage.objects.filter(email__iexact=address).delete()


def _invitations(user) -> list[dict]:
    received = Invitation.objects.filter(email__in=addresses_of(user))
    sent = Invitation.objects.filter(invited_by=user)
    return [
        *({"invited_to": x.role, "sent": x.created_at, "accepted": x.accepted_at} for x in received),
        *({"invited_somebody_to": x.role, "sent": x.created_at} for x in sent),
    ]


def _erase_invitations(user, *, at):
    Invitation.objects.filter(email__in=addresses_of(user)).delete()
    Invitation.objects.filter(accepted_by=user).delete()
    Invitation.objects.filter(invited_by=user).update(invited_by=None)


def _editing(user) -> list[dict]:
    return [
        *(
            {"at": e.timestamp, "edited": e.label, "how": e.action}
            for model in (PageLogEntry, ModelLogEntry)
            for e in model.objects.filter(user=user)
        ),
        *({"at": c.created_at, "comment": c.text} for c in Comment.objects.filter(user=user)),
        *({"at": c.created_at, "comment": c.text} for c in CommentReply.objects.filter(user=user)),
    ]


def _erase_editing(user, *, at) -> str | None:
    kind = ContentType.objects.get_for_model(User)
    ModelLogEntry.objects.filter(content_type=kind, object_id=str(user.pk)).delete()
    wrote = (
        PageLogEntry.objects.filter(user=user).exists() or ModelLogEntry.objects.filter(user=user).exists()
    )
    # These rows have no constraint that would empty them when she goes.
    PageLogEntry.objects.filter(user=user).update(user=None)
    ModelLogEntry.objects.filter(user=user).update(user=None)
    return str(STAYS["editing"]) if wrote else None


def register() -> None:
    for order, code, title, covers, export, erase in (
        (
            FIRST,
            "editing",
            gettext_lazy("Work on pages"),
            (
                "wagtailcore.Page", "wagtailcore.Revision", "wagtailcore.PageLogEntry", "wagtailcore.ModelLogEntry",
                "wagtailcore.Comment", "wagtailcore.CommentReply", "wagtailcore.PageSubscription",
                "wagtailcore.WorkflowState", "wagtailcore.TaskState", "wagtailcore.UploadedFile",
                "wagtailcore.APIToken", "wagtailadmin.EditingSession", "wagtailadmin.FormState",
                "wagtailusers.UserProfile", "wagtaildocs.Document", "wagtailimages.Image", "content.SiteImage",
                "content.SiteDocument", "wagtail_localize.StringTranslation", "wagtail_localize.SegmentOverride",
            ),
            _editing,
            _erase_editing,
        ),
        (FIRST, "invitations", gettext_lazy("Invitations"), ("members.Invitation",), _invitations, _erase_invitations),
        (FIRST, "letters", gettext_lazy("Letters and messages"), ("content.Letter", "content.ContactMessage"), _letters, _erase_letters),
        (FIRST, "consents", gettext_lazy("Consents"), ("members.Consent",), _consents, _erase_consents),
        (LAST - 2, "history", gettext_lazy("History"), ("members.HistoryEntry", "members.ReadingEntry"), _history, _erase_history),
        (LAST - 1, "profile", gettext_lazy("Profile"), ("members.Profile",), _profile, _erase_profile),
        (
            LAST,
            "account",
            gettext_lazy("Account"),
            (
                "members.User", "members.User_groups", "members.User_user_permissions", "account.EmailAddress",
                "mfa.Authenticator",
            ),
            _account,
            lambda user, *, at: None,
        ),
    ):  # fmt: skip
        register_personal_data(PersonalData(code, title, covers, export, erase, order, STAYS.get(code, "")))
