"""What each of the two sees of the other, before and after both said yes."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import Http404
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from mentoring.free_time import DAYS, minutes_of
from mentoring.models import Pair, PrivateAnswers
from mentoring.queries.shown import free_time_lines, shown
from mentoring.sharing import shared_spans
from mentoring.vocabularies import topic_label
from network.members.time_zones import zone_label
from network.members.vocabularies import SPOKEN_LANGUAGES


def own_pair(uuid, person) -> Pair:
    """A pair of hers; somebody else's looks exactly like one that does not exist."""
    pair = Pair.objects.of_person(person).with_people().filter(uuid=uuid).first()
    if pair is None:
        raise Http404(_("There is no such pair."))
    return pair


@dataclass(frozen=True)
class Words:
    """A labelled line; ``is_text`` is a person's own writing."""

    label: str
    text: str
    is_text: bool = False


def profile_lines(profile, side: str, *, named: bool) -> list[Words]:
    """What the other side is shown. Name, institution and town only once both said yes."""
    if profile is None:
        return []
    lines = []
    if named:
        lines.append(Words(_("Library or organisation"), profile.institution_name))
        lines.append(Words(_("Town or village"), profile.city))
    for name, label in (
        ("country", _("Country")),
        ("library_type", _("Type of library")),
        ("post", _("Post")),
        ("years", _("Years in the profession")),
        ("languages", _("Languages")),
        ("topics", _("Topics")),
    ):
        lines.append(Words(label, ", ".join(shown(name, getattr(profile, name)))))
    texts = (
        (
            ("question", _("Question or goal")),
            ("success", _("What success looks like")),
            ("giving_back", _("What can be given back")),
        )
        if side == "mentee"
        else (("bio", _("About")), ("experience", _("Experience of mentoring")))
    )
    lines += [Words(label, getattr(profile, name), True) for name, label in texts]
    lines.append(Words(_("Ways of contact"), ", ".join(str(label) for label in profile.contact_way_labels)))
    return [line for line in lines if line.text]


def reasons(pair: Pair) -> list[str]:
    """Why these two, in words: shared topics, languages, hours."""
    shared, found = pair.shared, []
    languages = dict(SPOKEN_LANGUAGES)
    if shared.get("topics"):
        topics = ", ".join(str(topic_label(code)) for code in shared["topics"])
        found.append(_("Topics in common: %(topics)s") % {"topics": topics})
    if shared.get("languages"):
        names = ", ".join(str(languages.get(code, code)) for code in shared["languages"])
        found.append(_("Languages in common: %(languages)s") % {"languages": names})
    if shared.get("minutes"):
        hours = shared["minutes"] // 60
        found.append(
            ngettext("%(hours)d hour a week in common", "%(hours)d hours a week in common", hours)
            % {"hours": hours}
        )
    return found


def contact_of(application) -> str:
    """What she chose for her partner; her address when she chose nothing."""
    chosen = PrivateAnswers.objects.filter(application=application).values_list("contact", flat=True).first()
    return chosen or (application.person.email if application.person else "")


def is_email(contact: str) -> bool:
    try:
        validate_email(contact)
    except ValidationError:
        return False
    return True


def pronoun_of(application) -> str:
    private = PrivateAnswers.objects.filter(application=application).first()
    return private.get_pronoun_display() if private and private.pronoun else ""


def free_lines(profile, *, zone: str, week_of) -> list[str]:
    """Her free time by the reader's clock, a line a day; by her own grid when both clocks are the same."""
    if profile is None or not profile.free_cells:
        return []
    if profile.time_zone == zone:
        return list(free_time_lines(profile.free_cells))
    spans = minutes_of(profile.free_cells, zone=profile.time_zone, week_of=week_of)
    return spans_in_words(spans, zone=zone, week_of=week_of)


def spans_in_words(spans, *, zone: str, week_of) -> list[str]:
    """Minutes of the week since Monday 00:00 UTC as «Monday: 9:00–13:00», by the clock of a zone."""
    by_day: dict[int, list[tuple[int, int]]] = {}
    for start, end in local_spans(spans, zone=zone, week_of=week_of):
        day = start // 1440
        by_day.setdefault(day, []).append((start - day * 1440, end - day * 1440))
    names = [label for _code, label in DAYS]
    return [
        f"{names[day]}: " + ", ".join(f"{_clock(a)}–{_clock(b)}" for a, b in sorted(by_day[day]))
        for day in sorted(by_day)
    ]


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"


def local_spans(spans, *, zone: str, week_of) -> list[tuple[int, int]]:
    """UTC minutes of the week turned to a zone's own week, cut at midnights."""
    from datetime import UTC, datetime, time, timedelta
    from zoneinfo import ZoneInfo

    monday = datetime.combine(week_of - timedelta(days=week_of.weekday()), time(0), UTC)
    offset = int(monday.astimezone(ZoneInfo(zone)).utcoffset().total_seconds() // 60)
    found = []
    for start, end in spans:
        at, rest = (start + offset) % 10080, end - start
        while rest > 0:
            step = min(rest, 1440 - at % 1440)
            found.append((at, at + step))
            at, rest = (at + step) % 10080, rest - step
    return sorted(_joined(found))


def _joined(spans) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and joined[-1][1] == start and start % 1440:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def common_spans(pair: Pair, *, week_of) -> list[list[int]]:
    """When both are free in the week of a day, by the clocks of that week."""
    spans = [
        minutes_of(profile.free_cells, zone=profile.time_zone, week_of=week_of) if profile else []
        for profile in (pair.mentee.profile, pair.mentor.profile)
    ]
    return shared_spans(*spans)


def zone_words(zone: str, at) -> str:
    return zone_label(zone, language=get_language() or "ru", at=at)
