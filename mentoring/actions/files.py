from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction

from mentoring.actions.applications import locked
from mentoring.models import Application, AttachedFile
from mentoring.rules.applications import why_not_save
from network.content.refusals import Refused
from network.content.uploads import Checked
from network.members.history import record


@transaction.atomic
def attach_cv(*, application: Application, file: Checked, by, at: datetime) -> AttachedFile:
    """Keep the file in the private store; the one before goes."""
    application = locked(application.pk)
    if sentence := why_not_save(application, by=by, at=at):
        raise Refused(sentence)
    _forget(application)
    row = AttachedFile(
        application=application, name=file.name, size=file.size, sha256=file.sha256, uploaded_at=at
    )
    row.file.save(file.name, ContentFile(file.body), save=False)
    row.save()
    record("attach_cv", application, by=by, at=at)
    return row


@transaction.atomic
def remove_cv(*, application: Application, by, at: datetime) -> None:
    application = locked(application.pk)
    if sentence := why_not_save(application, by=by, at=at):
        raise Refused(sentence)
    if _forget(application):
        record("remove_cv", application, by=by, at=at)


def _forget(application: Application) -> bool:
    row = AttachedFile.objects.filter(application=application).first()
    if row is None:
        return False
    file = row.file
    row.delete()
    # Only when the change is kept: a file cannot be rolled back.
    transaction.on_commit(lambda: file.storage.delete(file.name))
    return True
