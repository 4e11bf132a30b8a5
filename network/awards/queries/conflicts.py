"""What is known of jurors and entries before anybody reads."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, override

from network.awards.copies import names_of
from network.awards.jury_states import FREE, READABLE, AssignmentState, ConflictState, JurorState
from network.awards.models import Assignment, AwardRound, Conflict, Entry, Juror
from network.awards.noticing import EntryFacts, JurorFacts
from network.awards.states import JUDGED
from network.members.models import Profile
from network.members.registries import ties_between

# What the system noticed, in words: (to the juror, to the chair).
REASONS = {
    "organisation": (
        gettext_lazy("The organisation is, by its name, yours."),
        gettext_lazy("The same organisation: %(detail)s."),
    ),
    "named": (
        gettext_lazy("Somebody of the team has your name."),
        gettext_lazy("Named in the team: %(detail)s."),
    ),
    "domain": (
        gettext_lazy("Your address and theirs belong to one organisation."),
        gettext_lazy("Addresses of one organisation: %(detail)s."),
    ),
    "said": (
        gettext_lazy("The entrants say that they know you."),
        gettext_lazy("The entrants name her among those they know."),
    ),
    "author": (gettext_lazy("You wrote this entry."), gettext_lazy("She is among the authors.")),
    "competes": (
        gettext_lazy("You are among the authors of another entry in this round."),
        gettext_lazy("She is among the authors of another entry in this round."),
    ),
    "tie": (
        gettext_lazy("The network knows of a tie between you and one of the authors."),
        gettext_lazy("A tie known to the network: %(detail)s"),
    ),
}
TIE_WITHOUT_WORDS = gettext_noop("They know each other.")


def reason_words(reason: dict, *, to_juror: bool) -> str:
    words = REASONS.get(reason["code"])
    if words is None:
        return reason.get("detail", "")
    detail = reason.get("detail", "")
    # A tie keeps the English sentence of the register; here it is said in the reader's language.
    detail = _(detail) if reason["code"] == "tie" and detail else detail
    return str(words[0] if to_juror else words[1] % {"detail": detail})


def juror_facts(user) -> JurorFacts:
    profile = Profile.objects.filter(user=user).select_related("institution").first()
    names = [user.name]
    places = []
    if profile:
        names += [profile.name, profile.name_latin]
        places = [profile.institution.name if profile.institution else "", profile.institution_name]
    emails = [user.email, *user.emailaddress_set.filter(verified=True).values_list("email", flat=True)]
    return JurorFacts(_kept(names), _kept(places), _kept(emails))


def entry_facts(entry: Entry) -> EntryFacts:
    """Names as the entrants gave them, and addresses of those who wrote it."""
    names = names_of(entry.page.answers()) if entry.page else {"organisations": [], "people": []}
    contact = {}
    for part in entry.parts.all():
        contact.update(part.data if part.code == "contact" else {})
    authors = [author for author in entry.authors.all() if author.removed_at is None]
    return EntryFacts(
        organisations=_kept([*names["organisations"], *(p["organisation"] for p in names["people"])]),
        people=_kept(
            [p["name"] for p in names["people"]]
            + [contact.get("contact_name", ""), contact.get("signatory", "").partition(",")[0]]
            + [author.user.name for author in authors if author.user]
        ),
        emails=_kept(
            [contact.get("contact_email", ""), *(a.user.email if a.user else a.email for a in authors)]
        ),
        said=contact.get("jury_ties") or "",
    )


def ties_to(user, entry: Entry) -> list[dict]:
    """She wrote it, she wrote another, or the register ties her to one of its authors."""
    authors = [a.user for a in entry.authors.all() if a.user and a.removed_at is None]
    if any(author.pk == user.pk for author in authors):
        return [{"code": "author", "detail": ""}]
    found = []
    others = Entry.objects.of_author(user).filter(round=entry.round_id, state__in=JUDGED)
    if others.exists():
        found.append({"code": "competes", "detail": ""})
    for author in authors:
        for tie in ties_between(user, author):
            with override("en"):
                detail = str(tie.sentence) or TIE_WITHOUT_WORDS
            reason = {"code": "tie", "detail": detail}
            if reason not in found:
                found.append(reason)
    return found


def _kept(values) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.strip() for value in values if value and value.strip()))


@dataclass(frozen=True)
class Name:
    """One line of the list a juror checks: only what she needs to say whom she knows."""

    entry: Entry
    title: str
    organisations: list[str]
    people: list[dict]
    city: str
    country: str
    conflict: Conflict | None
    words: list[str]

    @property
    def state(self) -> str:
        return self.conflict.state if self.conflict else ""


def names_to_check(juror: Juror) -> list[Name]:
    """Every entry before the jury but those she stepped aside from."""
    known = {one.entry_id: one for one in Conflict.objects.filter(juror=juror)}
    rows = []
    for entry in (
        Entry.objects.filter(round=juror.round_id, state__in=JUDGED)
        .select_related("page")
        .order_by("reference")
    ):
        conflict = known.get(entry.pk)
        if conflict and conflict.state == ConflictState.RECUSED:
            continue
        names = names_of(entry.page.answers())
        rows.append(
            Name(
                entry=entry,
                title=entry.project_title,
                organisations=names["organisations"],
                people=names["people"],
                city=names["city"],
                country=names["country"],
                conflict=conflict,
                words=[reason_words(one, to_juror=True) for one in (conflict.reasons if conflict else [])],
            )
        )
    return rows


def unchecked(juror: Juror) -> int:
    """How many entries she has not answered for."""
    answered = Conflict.objects.filter(juror=juror).values("entry")
    return Entry.objects.filter(round=juror.round_id, state__in=JUDGED).exclude(pk__in=answered).count()


def substitutes(entry: Entry) -> list[Juror]:
    """Who could read the entry now: who reads its language first, then who has least to read."""
    taken = Assignment.objects.filter(entry=entry).exclude(state=AssignmentState.TAKEN_BACK).values("juror")
    free = Conflict.objects.filter(entry=entry, state__in=FREE).values("juror")
    jurors = list(
        Juror.objects.filter(round=entry.round_id, state=JurorState.ACTIVE, pk__in=free).exclude(pk__in=taken)
    )
    loads = {one.pk: one.assignments.filter(state__in=READABLE).count() for one in jurors}
    return sorted(
        (one for one in jurors if one.max_load is None or loads[one.pk] < one.max_load),
        key=lambda one: (entry.language not in one.languages, loads[one.pk], one.pk),
    )


def to_decide(round: AwardRound) -> list[Conflict]:
    """Ties of the jury, those that wait for the chair first."""
    order = {
        ConflictState.DECLARED: 0,
        ConflictState.FOUND: 1,
        ConflictState.WAIVED: 2,
        ConflictState.RECUSED: 3,
    }
    rows = (
        Conflict.objects.filter(entry__round=round)
        .exclude(state=ConflictState.CLEAR)
        .select_related("entry", "juror__user", "decided_by")
    )
    return sorted(rows, key=lambda one: (order[one.state], one.entry.reference, str(one.juror)))
