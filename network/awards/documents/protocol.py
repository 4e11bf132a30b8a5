"""A protocol as plain words in one language; PDF and DOCX are set from the same."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from network.awards.jury_states import ConflictState
from network.awards.models import Protocol
from network.awards.moments import said
from network.awards.queries.desk_ranking import said as number
from network.awards.states import Outcome


@dataclass(frozen=True)
class ProtocolText:
    language: str
    title: str
    facts: list[tuple[str, str]]
    present_title: str
    present: list[str]
    recused_title: str
    recused: list[str]
    table_title: str
    table_note: str
    header: list[str]
    rows: list[list[str]]
    discussion_title: str
    discussion: str
    decision_title: str
    decisions: list[str]
    signatures_title: str
    signatures: list[str]


def protocol_text(protocol: Protocol, *, language: str) -> ProtocolText:
    with override(language):
        round = protocol.round
        page = round.page(language)
        titles = page.nomination_titles() if page else {}
        names = {one.code: titles.get(one.code) or one.name for one in round.nominations.all()}
        facts = [
            (_("Held"), said(protocol.held_at, round.time_zone)),
            (_("Scoring plan, SHA-256"), round.plan_sha256 or "—"),
            (
                _("Ranking, SHA-256 of the reviews"),
                protocol.ranking.input_sha256 if protocol.ranking else "—",
            ),
        ]
        if protocol.place:
            facts.insert(1, (_("Where"), protocol.place))
        return ProtocolText(
            language=language,
            title=_("Protocol %(number)s of the jury: %(round)s")
            % {"number": protocol.number, "round": page.title if page else round.name},
            facts=facts,
            present_title=_("Present"),
            present=[_person(one) for one in protocol.present],
            recused_title=_("Stepped aside, and ties that do no harm"),
            recused=[_recusal(one) for one in protocol.recused] or [_("Nobody.")],
            table_title=_("Ranking"),
            table_note=_(
                "Results are points of 100, corrected for strict and generous jurors. Entries marked as tied are too near to call."
            ),
            header=[
                _("Place"),
                _("Entry"),
                _("Reviews"),
                _("Mean"),
                _("Result"),
                _("Spread"),
                _("Tied with"),
            ],
            rows=[_row(row) for row in protocol.table],
            discussion_title=_("What was discussed and how votes were cast"),
            discussion=protocol.discussion,
            decision_title=_("The jury proposes"),
            decisions=[_decision(one, names) for one in protocol.decisions] or [_("Nothing was proposed.")],
            signatures_title=_("Signatures"),
            signatures=[_person(one) for one in protocol.signatures],
        )


def _person(one: dict) -> str:
    return f"{one['name']}, {ROLES[one['role']]()}" if one.get("role") in ROLES else one["name"]


# Roles are kept by code, said in the protocol's language.
ROLES = {
    "chair": lambda: pgettext("at a meeting", "chair"),
    "secretary": lambda: pgettext("at a meeting", "secretary"),
    "juror": lambda: pgettext("at a meeting", "juror"),
}


def _recusal(one: dict) -> str:
    words = (
        _("%(juror)s stepped aside from %(entry)s")
        if one["state"] == ConflictState.RECUSED
        else _("%(juror)s reads %(entry)s in spite of a tie")
    ) % one
    return f"{words}: {one['why']}" if one.get("why") else f"{words}."


def _row(row: dict) -> list[str]:
    return [
        "—" if row["rank"] is None else str(row["rank"]),
        f"{row['entry']} · {row['title']}",
        str(row["reviews"]),
        number(row["raw_mean"]),
        number(row["result"]),
        number(row["spread"]),
        ", ".join(row["tied_with"]) or "—",
    ]


def _decision(one: dict, names: dict) -> str:
    words = _("%(nomination)s: %(entry)s, “%(title)s”, %(outcome)s") % {
        **one,
        "nomination": names.get(one["nomination"], one["nomination"]),
        "outcome": Outcome(one["outcome"]).label,
    }
    for extra in (one.get("tie"), one.get("how")):
        words += f". {extra}" if extra else ""
    return words
