"""Giving certificates, for every programme. Each is one transaction with its history.

    issue(holder=user, programme="courses", subject=str(course.translation_key), name="…", language="ru", by=user, at=now)

It asks the programme's own rule, gives each certificate once and raises Refused with a sentence otherwise.
"""

import random
from datetime import datetime

from django.db import IntegrityError, transaction

from network.content.refusals import Refused
from network.members.history import record
from network.members.models import User
from network.recognition.codes import make_code
from network.recognition.models import Certificate
from network.recognition.programmes import programme_of
from network.recognition.rules import why_not_change, why_not_issue, why_not_name, why_not_revoke

CHANCE = random.SystemRandom()


@transaction.atomic
def issue(
    *,
    holder,
    programme: str,
    name: str,
    language: str,
    by,
    at: datetime,
    subject: str = "",
    is_name_shown: bool = False,
    chance: random.Random = CHANCE,
) -> Certificate:
    """Give a certificate once. A second asking is refused; two at the same moment give one."""
    User.objects.select_for_update(of=("self",)).get(pk=holder.pk)
    if sentence := why_not_issue(holder, programme=programme, subject=subject, name=name, by=by, at=at):
        raise Refused(sentence)
    facts = programme_of(programme).facts(subject)
    certificate = Certificate(
        holder=holder,
        programme=programme,
        subject=subject,
        titles=facts.titles,
        edition=facts.edition,
        hours=facts.hours,
        language=language,
        is_name_shown=is_name_shown,
        issued_at=at,
    )
    certificate.set_name(name)
    _save_with_code(certificate, chance)
    record("issue_certificate", certificate, by=by, at=at, after="valid", programme=programme)
    return certificate


def _save_with_code(certificate: Certificate, chance: random.Random) -> None:
    """A code that another one has is drawn again."""
    for _try in range(5):
        certificate.code = make_code(chance)
        try:
            with transaction.atomic():
                certificate.save()
        except IntegrityError:
            if not Certificate.objects.filter(code=certificate.code).exists():
                raise
        else:
            return
    raise RuntimeError("no free code in five draws")


@transaction.atomic
def show_name(*, certificate: Certificate, is_shown: bool, by, at: datetime) -> Certificate:
    """Whoever checks it sees the name, or must type it."""
    held = _held(certificate)
    if sentence := why_not_change(held, by=by, at=at):
        raise Refused(sentence)
    held.is_name_shown = is_shown
    held.save(update_fields=["is_name_shown"])
    record("show_name" if is_shown else "hide_name", held, by=by, at=at)
    return held


@transaction.atomic
def reissue(
    *, certificate: Certificate, name: str, by, at: datetime, chance: random.Random = CHANCE
) -> Certificate:
    """With another name: a new certificate takes the place of the old one, whose code then says so."""
    held = _held(certificate)
    if sentence := why_not_change(held, by=by, at=at) or why_not_name(name):
        raise Refused(sentence)
    held.revoked_at = at
    held.save(update_fields=["revoked_at"])
    fields = (
        "holder",
        "programme",
        "subject",
        "titles",
        "edition",
        "hours",
        "language",
        "is_name_shown",
        "issued_at",
    )
    new = Certificate(**{field: getattr(held, field) for field in fields})
    new.set_name(name)
    _save_with_code(new, chance)
    held.replaced_by = new
    held.save(update_fields=["replaced_by"])
    record("reissue_certificate", held, by=by, at=at, before="valid", after="replaced")
    return new


@transaction.atomic
def revoke(*, certificate: Certificate, reason: str, by, at: datetime) -> Certificate:
    held = _held(certificate)
    if sentence := why_not_revoke(held, reason=reason, by=by, at=at):
        raise Refused(sentence)
    held.revoked_at, held.reason = at, reason.strip()
    held.save(update_fields=["revoked_at", "reason"])
    record("revoke_certificate", held, by=by, at=at, before="valid", after="revoked", why=held.reason)
    return held


def _held(certificate: Certificate) -> Certificate:
    return Certificate.objects.select_for_update(of=("self",)).get(pk=certificate.pk)
