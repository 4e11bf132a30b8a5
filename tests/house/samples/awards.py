"""What the award's URLs are about: the member owns it."""

from datetime import date, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from network.awards.actions.drafts import answer_eligibility, begin_entry
from network.awards.actions.screening import propose_ineligible
from network.awards.actions.sending import submit
from network.awards.models import AwardRound, EligibilityAnswer, Entry, EntryAttachment, EntryAuthor, SetAside
from network.awards.questions import ELIGIBILITY
from network.awards.states import Phase
from tests.factories import awards as make


def _round(**fields):
    now = timezone.now()
    return make.award_round(
        opens_at=now - timedelta(days=20),
        deadline_at=fields.pop("deadline_at", now + timedelta(days=20)),
        projects_from=date(2026, 1, 1),
        projects_until=date(2026, 12, 31),
        **fields,
    )


def _draft(people, **answers):
    owner, now = people["member"], timezone.now()
    round = _round()
    answer_eligibility(round=round, answers={q.code: True for q in ELIGIBILITY}, by=owner, at=now)
    entry = begin_entry(round=round, by=owner, language="ru", at=now)
    make.write(entry, answers or make.full_answers(), by=owner, at=now)
    return entry


def _sent(people):
    entry = _draft(people)
    submit(entry=entry, by=people["member"], at=timezone.now())
    return entry


def round_code(people):
    return {"code": _round().code.lower()}


def draft(people):
    return {"reference": _draft(people).reference}


def part(people):
    return {"reference": _draft(people).reference, "code": "project"}


def aside(people):
    entry = _draft(people)
    row = SetAside.objects.create(
        entry=entry, code="answers", data={"need": "x"}, by=people["member"], at=timezone.now()
    )
    return {"reference": entry.reference, "pk": row.pk}


def author(people):
    entry = _draft(people)
    row = EntryAuthor.objects.create(
        entry=entry, email="invited@example.org", role="writer", invited_at=timezone.now()
    )
    return {"reference": entry.reference, "pk": row.pk}


def file(people):
    entry = _draft(people)
    row = EntryAttachment(
        entry=entry, kind="document", media_type="application/pdf", size=3, sha256="0" * 64, original_name="a.pdf",
        uploaded_by=people["member"], uploaded_at=timezone.now(),
    )  # fmt: skip
    row.file.save("", ContentFile(b"pdf"), save=True)
    return {"reference": entry.reference, "uuid": row.uuid}


def receipt(people):
    return {"reference": _sent(people).reference, "number": 1}


def sent(people):
    return {"reference": _sent(people).reference}


def closed(people):
    """A sent entry after its deadline, in screening."""
    entry = _sent(people)
    now = timezone.now()
    AwardRound.objects.update(
        phase=Phase.SCREENING, opens_at=now - timedelta(days=30), deadline_at=now - timedelta(days=1)
    )
    return {"reference": entry.reference}


def proposal(people):
    reference = closed(people)["reference"]
    entry = Entry.objects.get(reference=reference)
    row = propose_ineligible(entry=entry, reason="period", words="", by=make.secretary(), at=timezone.now())
    return {"reference": reference, "pk": row.pk}


def refused_person(people):
    round = _round()
    row = EligibilityAnswer.objects.create(
        round=round, user=people["member"], answers={}, passed=False, at=timezone.now()
    )
    return {"code": round.code.lower(), "pk": row.pk}


def round_pk(people):
    return {"pk": _round().pk}
