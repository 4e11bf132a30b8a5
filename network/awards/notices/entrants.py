"""Letters to those who enter."""

from network.awards.models import Entry, EntrySnapshot
from network.awards.notices.readers import authors, reader, write
from network.members.notices import site_url


def entry_url(entry: Entry, language: str) -> str:
    return site_url("awards:entry", entry.reference, language=language)


def receipt(entry: Entry, snapshot: EntrySnapshot, *, to, at) -> None:
    """The proof of sending: to whoever sent it and to the owner."""
    rows = authors(entry)
    readers = {row.user.pk: row for row in rows if row.user.pk == to.pk or row is rows[0]} or {
        to.pk: reader(to)
    }
    for one in readers.values():
        url = site_url("awards:receipt", entry.reference, snapshot.number, language=one.language)
        write(
            "receipt",
            one,
            context={"entry": entry, "round": entry.round, "snapshot": snapshot, "url": url},
            at=at,
        )


def withdrawal(entry: Entry, *, at) -> None:
    for one in authors(entry):
        write("withdrawn", one, context={"entry": entry, "url": entry_url(entry, one.language)}, at=at)


def admitted(entry: Entry, *, at, words: str = "") -> None:
    for one in authors(entry):
        context = {
            "entry": entry,
            "round": entry.round,
            "words": words,
            "url": entry_url(entry, one.language),
        }
        write("admitted", one, context=context, at=at)


def joined(author, *, at) -> None:
    """Tells the owner that a co-author has accepted."""
    entry = author.entry
    owner = authors(entry)[0]
    context = {"entry": entry, "who": str(author.user), "url": entry_url(entry, owner.language)}
    write("joined", owner, context=context, at=at)


def returned(entry: Entry, repair, *, at) -> None:
    for one in authors(entry):
        context = {
            "entry": entry,
            "round": entry.round,
            "repair": repair,
            "url": entry_url(entry, one.language),
        }
        write("returned", one, context=context, at=at)


def ineligible(entry: Entry, decision, *, at) -> None:
    for one in authors(entry):
        context = {"entry": entry, "decision": decision, "url": entry_url(entry, one.language)}
        write("ineligible", one, context=context, at=at)


def extended(entry: Entry, extension, *, at) -> None:
    for one in authors(entry):
        context = {
            "entry": entry,
            "round": entry.round,
            "extension": extension,
            "url": entry_url(entry, one.language),
        }
        write("extended", one, context=context, at=at)


def deadline_moved(entry: Entry, change, *, at) -> None:
    for one in authors(entry):
        context = {
            "entry": entry,
            "round": entry.round,
            "change": change,
            "url": entry_url(entry, one.language),
        }
        write(
            "deadline_moved",
            one,
            context=context,
            at=at,
            once_key=f"awards.moved:{change.pk}:{entry.pk}:{one.user.pk}",
        )


def reminder(entry: Entry, hours: int, *, at) -> None:
    """So many hours are left; once a deadline, even if the job runs twice."""
    stamp = int(entry.deadline_at.timestamp())
    for one in authors(entry):
        context = {
            "entry": entry,
            "round": entry.round,
            "hours": hours,
            "url": entry_url(entry, one.language),
        }
        write(
            "reminder",
            one,
            context=context,
            at=at,
            once_key=f"awards.remind:{entry.pk}:{one.user.pk}:{stamp}:{hours}",
        )


def expired(entry: Entry, *, at) -> None:
    stamp = int(entry.deadline_at.timestamp())
    for one in authors(entry):
        context = {"entry": entry, "round": entry.round, "url": entry_url(entry, one.language)}
        write(
            "expired",
            one,
            context=context,
            at=at,
            once_key=f"awards.expired:{entry.pk}:{one.user.pk}:{stamp}",
        )


def purge_warning(entry: Entry, when, *, at) -> None:
    """Two weeks before a lapsed draft is erased."""
    for one in authors(entry):
        context = {"entry": entry, "round": entry.round, "when": when, "url": entry_url(entry, one.language)}
        write("purge_warning", one, context=context, at=at, once_key=f"awards.purge:{entry.pk}:{one.user.pk}")
