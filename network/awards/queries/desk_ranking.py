"""What the ranking desk shows: figures, a drawing, and a sentence behind each of them."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.awards.models import AwardRound, Entry, Ranking
from network.awards.queries.ranking import hidden_from, juror_names, ranking_now, ranking_stored
from network.awards.scoring import Ranking as Scored
from network.awards.scoring import criterion_means, explain_order, head_to_head, parse
from network.awards.states import Phase


def said(number: Decimal | str | None, places: int = 1) -> str:
    """Rounded, not cut as number_format would."""
    if number is None:
        return "—"
    return number_format(Decimal(str(number)).quantize(Decimal(1).scaleb(-places)), decimal_pos=places)


@dataclass(frozen=True)
class Row:
    """``rank`` is counted among the rows shown; positions are whole hundredths of the drawing's width."""

    entry: Entry
    rank: int | None
    reviews: int
    raw_mean: Decimal | None
    result: Decimal | None
    spread: Decimal | None
    tied_with: tuple[str, ...]
    is_decided: bool
    above: str

    @property
    def raw_x(self) -> str:
        return _x(self.raw_mean)

    @property
    def result_x(self) -> str:
        return _x(self.result)

    @property
    def low_x(self) -> str:
        return _x(self._edge(-1))

    @property
    def high_x(self) -> str:
        return _x(self._edge(1))

    def _edge(self, sign) -> Decimal | None:
        middle = self.result if self.result is not None else self.raw_mean
        if middle is None or self.spread is None:
            return middle
        return min(Decimal(100), max(Decimal(0), middle + sign * self.spread))

    @property
    def words(self) -> str:
        """The drawing in words."""
        if not self.is_decided:
            return _("%(entry)s: undecided, too few reviews (%(reviews)s)") % {
                "entry": self.entry.reference,
                "reviews": self.reviews,
            }
        return _("%(entry)s: result %(result)s, raw mean %(raw)s, spread %(spread)s, %(reviews)s reviews") % {
            "entry": self.entry.reference,
            "result": said(self.result),
            "raw": said(self.raw_mean),
            "spread": said(self.spread),
            "reviews": self.reviews,
        }


def _x(value: Decimal | None) -> str:
    """A place on the drawing, 0 to 1000; with a point in every language."""
    return "" if value is None else str((value * 10).quantize(Decimal("0.1")))


def scored_for(round: AwardRound) -> tuple[Scored, Ranking | None, bool, str]:
    """The kept ranking once the reading has ended, the live one before; whether reviews have changed since."""
    desk = ranking_now(round)
    if round.phase in {Phase.DECIDING, Phase.RELEASED} and desk.stored is not None:
        return (
            ranking_stored(desk.stored),
            desk.stored,
            desk.is_stale and round.phase == Phase.DECIDING,
            desk.stored.input,
        )
    return desk.scored, desk.stored, False, desk.input


def desk_rows(round: AwardRound, scored: Scored, *, user) -> list[Row]:
    """Rows in rank order; entries the reader stepped aside from as a juror leave no trace."""
    hidden = hidden_from(round, user)
    entries = {
        entry.reference: entry
        for entry in Entry.objects.filter(
            round=round, reference__in=[row.entry for row in scored.entries]
        ).select_related("nomination")
    }
    rows, above, place, last = [], "", 0, None
    for row in scored.entries:
        if row.entry in hidden or row.entry not in entries:
            continue
        place += 1
        rank = None
        if row.decided:
            rank = last[1] if last and last[0] == row.result else place
            last = (row.result, rank)
        rows.append(
            Row(
                entry=entries[row.entry],
                rank=rank,
                reviews=row.reviews,
                raw_mean=row.raw_mean,
                result=row.result,
                spread=row.spread,
                tied_with=tuple(other for other in row.tied_with if other not in hidden),
                is_decided=row.decided,
                above=above if row.decided else "",
            )
        )
        above = row.entry if row.decided else ""
    return rows


@dataclass(frozen=True)
class Comparison:
    """Two entries beside each other, in sentences and figures."""

    first: str
    second: str
    sentences: list[str]
    steps: list[tuple[str, Decimal, Decimal]]
    opinions: list[tuple[str, str, Decimal, Decimal, Decimal, bool]]
    heads: list[tuple[str, Decimal, Decimal]]
    duel: str
    heaviest: list[str]


def compare(
    round: AwardRound, scored: Scored, text: str, first: str, second: str, *, criteria: dict
) -> Comparison | None:
    """Why ``first`` stands where it does against ``second``; None where one of them has no result."""
    rows = {row.entry: row for row in scored.entries}
    if first not in rows or second not in rows or not (rows[first].decided and rows[second].decided):
        return None
    names = juror_names(round)
    explained = explain_order(scored, first, second)
    duel = head_to_head(scored, first, second)
    a, b = explained.first, explained.second
    return Comparison(
        first=first,
        second=second,
        sentences=_sentences(explained, duel, first, second),
        steps=[
            (_("Raw mean"), a.raw_mean, b.raw_mean),
            (_("for strict and generous jurors"), a.severity, b.severity),
            (_("for leaving out the highest and the lowest"), a.trimming, b.trimming),
            (_("Result"), a.result, b.result),
        ],
        opinions=[
            (steps.entry, names.get(one.juror, one.juror), one.given, one.severity, one.adjusted, one.dropped)
            for steps in (a, b)
            for one in steps.opinions
        ],
        heads=[(names.get(juror, juror), x, y) for juror, x, y in duel.rows],
        duel=_duel(duel, first, second),
        heaviest=_heaviest(criterion_means(parse(text)), first, second, criteria),
    )


def _sentences(explained, duel, first, second) -> list[str]:
    named = {
        "first": first,
        "second": second,
        "a": said(explained.first.result),
        "b": said(explained.second.result),
        "raw_a": said(explained.first.raw_mean),
        "raw_b": said(explained.second.raw_mean),
        "severity": said(abs(explained.gap["severity"])),
        "trimming": said(abs(explained.gap["trimming"])),
    }
    found = []
    if explained.overtook and explained.cause == "severity":
        found.append(
            _(
                "%(first)s overtook %(second)s: by the raw mean it was behind, %(raw_a)s to %(raw_b)s, but its readers were stricter. Taking that off moves the two %(severity)s points apart."
            )
            % named
        )
    elif explained.overtook:
        found.append(
            _(
                "%(first)s overtook %(second)s: by the raw mean it was behind, %(raw_a)s to %(raw_b)s. Leaving out the highest and the lowest opinion of each moves the two %(trimming)s points apart."
            )
            % named
        )
    elif explained.gap["result"] > 0:
        found.append(
            _("%(first)s is ahead of %(second)s by the raw mean as well: %(raw_a)s to %(raw_b)s.") % named
        )
    elif explained.gap["result"] == 0:
        found.append(_("%(first)s and %(second)s have the same result.") % named)
    else:
        found.append(_("%(first)s is behind %(second)s.") % named)
    found.append(_("The results are %(a)s and %(b)s.") % named)
    if duel.tied:
        found.append(
            _(
                "They are too near to call: what the jurors of both think differs more than the two do. People decide."
            )
        )
    return found


def _duel(duel, first, second) -> str:
    both = len(duel.rows)
    if not both:
        return _("Nobody has read both.")
    return ngettext(
        "Of %(both)s juror who read both, %(for_first)s put %(first)s higher, %(for_second)s put %(second)s higher, %(level)s put them level.",
        "Of %(both)s jurors who read both, %(for_first)s put %(first)s higher, %(for_second)s put %(second)s higher, %(level)s put them level.",
        both,
    ) % {
        "both": both,
        "first": first,
        "second": second,
        "for_first": duel.for_first,
        "for_second": duel.for_second,
        "level": duel.level,
    }


def _heaviest(means, first, second, criteria: dict) -> list[str]:
    """The heaviest criterion beside a tie: one line each, several when they weigh the same."""
    found = []
    for code in means[first].heaviest:
        a, b = (
            next((one.mean for one in means[entry].criteria if one.code == code), None)
            for entry in (first, second)
        )
        found.append(
            _("%(criterion)s (weight %(weight)s): %(first)s %(a)s, %(second)s %(b)s")
            % {
                "criterion": criteria.get(code, {}).get("title", code),
                "weight": criteria.get(code, {}).get("weight", ""),
                "first": first,
                "second": second,
                "a": said(a),
                "b": said(b),
            }
        )
    return found


def severities(round: AwardRound, scored: Scored) -> list[tuple[str, int, Decimal, str]]:
    """How strict each juror was against the jury, in words."""
    names = juror_names(round)
    return [
        (
            names.get(row.juror, row.juror),
            row.reviews,
            row.severity,
            (
                _("stricter than the jury by %(points)s")
                if row.severity > 0
                else _("more generous than the jury by %(points)s")
            )
            % {"points": said(abs(row.severity))}
            if row.severity
            else _("as the jury"),
        )
        for row in scored.jurors
    ]
