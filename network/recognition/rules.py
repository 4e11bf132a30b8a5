"""May this certificate be given, changed, taken back? The sentence to show, or None."""

from django.utils.translation import gettext_lazy as _

from network.members.rules import is_administrator
from network.recognition.models import Certificate
from network.recognition.names import comparable
from network.recognition.programmes import programme_of


def why_not_issue(user, *, programme: str, subject: str, name: str, by, at):
    found = programme_of(programme)
    if found is None:
        return _("There is no such certificate.")
    if sentence := why_not_name(name):
        return sentence
    if Certificate.objects.valid().filter(holder=user, programme=programme, subject=subject).exists():
        return _("This certificate has been given already.")
    return found.why_not(user, subject, by=by, at=at)


def why_not_name(name: str):
    if len(comparable(name)) < 2:
        return _("Write the name as it should stand on the certificate.")
    return None


def why_not_change(certificate: Certificate, *, by, at):
    if by is None or certificate.holder_id != by.pk:
        return _("There is no such certificate.")
    if certificate.revoked_at:
        return _("This certificate is no longer valid.")
    return None


def why_not_revoke(certificate: Certificate, *, reason: str, by, at):
    if not is_administrator(by):
        return _("Only an administrator revokes a certificate.")
    if certificate.revoked_at:
        return _("This certificate has been revoked already.")
    if not reason.strip():
        return _("Say why: whoever checks the certificate reads it.")
    return None
