"""What a juror's screens show. Nothing here reads a name of the entry's people or organisations."""

from dataclasses import dataclass

from network.awards.copies import Section, blind_copy
from network.awards.jury_states import FREE, READABLE, AssignmentState, JurorState
from network.awards.models import Assignment, AwardRound, Entry, Juror
from network.awards.models.reviews import Review
from network.awards.queries.writing import nomination_titles
from network.awards.states import JUDGED, Phase

READING = (Phase.JUDGING, Phase.DECIDING)


def places(user) -> list[Juror]:
    """Rounds she is on the jury of, the newest first."""
    return list(
        Juror.objects.filter(user=user, state=JurorState.ACTIVE)
        .select_related("round")
        .order_by("-round__opens_at", "-pk")
    )


def readable(user):
    """Assignments she may open now: hers, unconflicted, of entries still before the jury."""
    return (
        Assignment.objects.of(user)
        .filter(
            entry__state__in=JUDGED,
            entry__round__phase__in=READING,
            entry__conflicts__juror__user=user,
            entry__conflicts__state__in=FREE,
        )
        .exclude(entry__authors__user=user, entry__authors__removed_at__isnull=True)
        .select_related("entry__round", "entry__page", "entry__current_snapshot", "juror__user")
        .distinct()
    )


@dataclass(frozen=True)
class Line:
    assignment: Assignment
    review: Review | None
    scored: int

    @property
    def reference(self) -> str:
        return self.assignment.entry.reference

    @property
    def title(self) -> str:
        return self.assignment.entry.project_title

    @property
    def is_done(self) -> bool:
        return self.assignment.state == AssignmentState.SUBMITTED


def lines(juror: Juror) -> list[Line]:
    """Her entries in her own order: those to be written first."""
    rows = list(readable(juror.user).filter(juror=juror).order_by("order", "pk"))
    latest = {
        review.assignment_id: review
        for review in Review.objects.filter(assignment__in=rows, voided_at__isnull=True).order_by("version")
    }
    found = [
        Line(
            row,
            latest.get(row.pk),
            sum(
                (answer or {}).get("score") is not None or bool((answer or {}).get("na"))
                for answer in (latest[row.pk].scores.values() if row.pk in latest else ())
            ),
        )
        for row in rows
    ]
    return sorted(found, key=lambda line: line.is_done)


def copy_for(assignment: Assignment, *, nominations: dict) -> list[Section]:
    """The entry without names, as it was last sent."""
    return blind_copy(assignment.entry.page.answers(), nominations=nominations)


@dataclass(frozen=True)
class BlindFile:
    """A file under a name that tells nothing."""

    uuid: object
    name: str
    kind: str
    label: str
    size: int
    caption: str
    alt_text: str


def files_for(assignment: Assignment) -> list[BlindFile]:
    return blind_files(assignment.entry)


def blind_files(entry: Entry) -> list[BlindFile]:
    """Files of which the sender said that they name nobody; who took the picture is left out."""
    rows = entry.attachments.filter(removed_at__isnull=True, names_nobody=True)
    return [
        BlindFile(
            row.uuid,
            neutral_name(entry.reference, number, row.media_type),
            row.kind,
            row.get_kind_display(),
            row.size,
            row.caption,
            row.alt_text,
        )
        for number, row in enumerate(rows, 1)
    ]


EXTENSIONS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "application/pdf": "pdf",
    "audio/mpeg": "mp3",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}


def neutral_name(reference: str, number: int, media_type: str) -> str:
    return f"{reference}-{number}.{EXTENSIONS.get(media_type, 'bin')}"


def open_review(assignment: Assignment) -> Review | None:
    """The version she writes, else the one she submitted last."""
    rows = list(assignment.reviews.filter(voided_at__isnull=True).order_by("-version")[:1])
    return rows[0] if rows else None


def progress(juror: Juror) -> tuple[int, int]:
    """How many she has submitted, of how many."""
    rows = list(
        Assignment.objects.filter(juror=juror, state__in=READABLE, entry__state__in=JUDGED).values_list(
            "state", flat=True
        )
    )
    return sum(state == AssignmentState.SUBMITTED for state in rows), len(rows)


def titles(round: AwardRound) -> dict[str, str]:
    return nomination_titles(round)
