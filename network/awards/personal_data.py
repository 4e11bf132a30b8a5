"""A member's award data: how she takes them along, and what stays when she goes."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from network.awards.models import Entry, EntryAttachment, EntryAuthor, EntryPart, EntrySnapshot, SetAside
from network.awards.states import EntryState
from network.members.registries import PersonalData, register_personal_data

STAYS = _(
    "Entries that were sent stay with the award under their numbers: without your name and contact, and, if others wrote "
    "them with you, with their words. A published laureate stays public without you."
)
PERSONAL = ("contact_name", "contact_email", "contact_phone", "signatory", "jury_ties")


def export(user) -> list[dict]:
    rows = []
    for entry in (
        Entry.objects.filter(authors__user=user)
        .select_related("round")
        .prefetch_related("parts", "snapshots")
    ):
        rows.append(
            {
                "reference": entry.reference,
                "round": entry.round.name,
                "state": entry.state,
                "begun": entry.created_at,
                "sent": entry.submitted_at,
                "answers": {code: value for part in entry.parts.all() for code, value in part.data.items()},
                "receipts": [{"received": s.received_at, "sha256": s.sha256} for s in entry.snapshots.all()],
                "files": [
                    {"name": f.original_name, "size": f.size, "sha256": f.sha256}
                    for f in entry.attachments.filter(removed_at__isnull=True)
                ],
            }
        )
    for row in SetAside.objects.filter(by=user):
        rows.append({"text_set_aside": row.data, "at": row.at})
    return rows


@transaction.atomic
def erase(user, *, at) -> str | None:
    """Drafts of hers alone go; what was sent stays without the person."""
    SetAside.objects.filter(by=user).delete()
    kept = False
    for entry in Entry.objects.filter(authors__user=user, authors__removed_at__isnull=True).distinct():
        others = entry.authors.filter(removed_at__isnull=True, user__isnull=False).exclude(user=user)
        if entry.submitted_at is None and not others.exists():
            forget_draft(entry)
            continue
        kept = True
        if entry.state == EntryState.DRAFT or others.exists():
            _hand_over(entry, others.order_by("pk").first())
        else:
            forget_contact(entry)
    EntryAuthor.objects.filter(user=user).update(user=None, email="", removed_at=at)
    EntryPart.objects.filter(updated_by=user).update(updated_by=None)
    EntrySnapshot.objects.filter(submitted_by=user).update(submitted_by=None)
    EntryAttachment.objects.filter(uploaded_by=user).update(uploaded_by=None)
    return str(STAYS) if kept else None


def forget_draft(entry: Entry) -> None:
    """A draft that was never sent goes wholly, its files with it."""
    for file in entry.attachments.all():
        stored = file.file
        transaction.on_commit(lambda stored=stored: stored.storage.delete(stored.name))
    entry.delete()


def forget_contact(entry: Entry) -> None:
    part = entry.parts.filter(code="contact").first()
    if part:
        part.data = {code: value for code, value in part.data.items() if code not in PERSONAL}
        part.save(update_fields=["data"])


def _hand_over(entry: Entry, author: EntryAuthor | None) -> None:
    """An entry always has an owner; the first co-author takes it on."""
    owner = entry.authors.filter(role=EntryAuthor.Role.OWNER, removed_at__isnull=True).first()
    if author and owner and owner.user_id != author.user_id:
        owner.role = EntryAuthor.Role.WRITER
        owner.save(update_fields=["role"])
        author.role = EntryAuthor.Role.OWNER
        author.save(update_fields=["role"])


def register() -> None:
    register_personal_data(
        PersonalData(
            code="awards",
            title=_("Award entries"),
            covers=(
                "awards.EligibilityAnswer",
                "awards.EntryAuthor",
                "awards.EntryPart",
                "awards.SetAside",
                "awards.EntrySnapshot",
                "awards.EntryAttachment",
                "awards.EntryExtension",
                "awards.DeadlineChange",
                "awards.FormalRepair",
                "awards.ScreeningDecision",
            ),
            export=export,
            erase=erase,
            stays=STAYS,
        )
    )
