"""Proposal, two people, the announced instant; half-way means nothing, twice means once."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import connection

from network.awards.actions import release as releasing
from network.awards.actions.deciding import approve, drop, propose
from network.awards.actions.jury_clock import release_due
from network.awards.actions.protocols import write_protocol
from network.awards.actions.ranking import keep_ranking
from network.awards.documents.protocol_docx import protocol_docx
from network.awards.documents.protocol_pdf import protocol_pdf
from network.awards.models import Decision, Entry, LaureatePage, Ranking
from network.awards.queries.desk_ranking import compare, scored_for
from network.awards.states import Outcome, Phase
from network.awards.viewsets import AwardRoundForm, AwardRoundViewSet
from network.content.models import Letter
from network.content.refusals import Refused
from network.recognition.models import Certificate
from tests.factories.awards import award_round, chair, round_page, secretary
from tests.factories.jury import MEETING, deciding_round, reading_round, review

pytestmark = pytest.mark.django_db


@pytest.fixture
def decided(home):
    """A round whose one nomination with entries is decided, and the two who decided."""
    round = award_round()
    round_page(round)
    head, other = chair(), secretary()
    round, entries, people = deciding_round(round=round, chaired_by=head)
    decision = propose(
        round=round, nomination=round.nominations.get(code="best"),
        lines={entries[0].reference: (Outcome.LAUREATE, "Ясно.", "")}, words="", by=head, at=MEETING,
    )  # fmt: skip
    return round, entries, decision, head, other


def yes(decision, *people):
    for by in people:
        approve(decision=decision, by=by, at=MEETING)


def outcome(round):
    round.refresh_from_db()
    return (
        round.phase, LaureatePage.objects.count(), Letter.objects.filter(kind="awards/result").count(),
        Certificate.objects.count(), set(Entry.objects.values_list("state", flat=True)),
    )  # fmt: skip


def test_one_person_alone_never_approves(decided):
    round, _entries, decision, head, _other = decided
    yes(decision, head)

    with pytest.raises(Refused):
        yes(decision, head)
    release_due(at=round.release_at)

    assert outcome(round) == (Phase.DECIDING, 0, 0, 0, {"admitted"})


def test_two_secretaries_are_not_enough(decided):
    decision = decided[2]
    yes(decision, secretary())

    with pytest.raises(Refused):
        yes(decision, secretary())


def test_nothing_is_public_a_second_before_the_hour(decided):
    round, _entries, decision, head, other = decided
    yes(decision, other, head)

    release_due(at=round.release_at - timedelta(seconds=1))

    assert outcome(round) == (Phase.DECIDING, 0, 0, 0, {"admitted"})


def test_killed_half_way_nothing_has_happened_and_then_everything_happens_once(decided):
    round, _entries, decision, head, other = decided
    yes(decision, other, head)
    real, calls = releasing.notices.result, []

    def dies(line, *, at):
        calls.append(line)
        if len(calls) == 2:
            raise KeyboardInterrupt
        real(line, at=at)

    with patch.object(releasing.notices, "result", dies), pytest.raises(KeyboardInterrupt):
        release_due(at=round.release_at)
    assert outcome(round) == (Phase.DECIDING, 0, 0, 0, {"admitted"})

    for minutes in (0, 1, 2):
        release_due(at=round.release_at + timedelta(minutes=minutes))

    assert outcome(round) == (Phase.RELEASED, 1, 3, 3, {"decided"})


def test_a_withdrawn_entry_is_left_alone(decided):
    round, entries, decision, head, other = decided
    yes(decision, other, head)
    Entry.objects.filter(pk=entries[2].pk).update(state="withdrawn", withdrawn_at=MEETING)

    release_due(at=round.release_at)

    assert Letter.objects.filter(kind="awards/result").count() == 2
    assert Entry.objects.get(pk=entries[2].pk).state == "withdrawn"


def test_only_the_whitelist_is_published(home):
    round = award_round()
    round_page(round)
    head, other = chair(), secretary()
    round, entries, _people = deciding_round(
        ((9, 9, 9),), round=round, chaired_by=head, team=[{"name": "МЕТКА Имя", "part": "", "organisation": ""}],
        contact_name="МЕТКА", contact_email="metka@mark.example", signatory="МЕТКА", jury_ties="МЕТКА", funding="МЕТКА",
    )  # fmt: skip
    decision = propose(
        round=round, nomination=round.nominations.get(code="best"),
        lines={entries[0].reference: (Outcome.LAUREATE, "", "")}, words="", by=head, at=MEETING,
    )  # fmt: skip
    yes(decision, head, other)

    release_due(at=round.release_at)

    page = LaureatePage.objects.get()
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM awards_laureatepage")
        stored = str(cursor.fetchall())
    assert ("МЕТКА" in stored, "metka" in stored) == (False, False)
    assert (page.title, page.organisation, page.snapshot_id) == (
        entries[0].project_title, entries[0].organisation, entries[0].current_snapshot_id,
    )  # fmt: skip


def test_a_dropped_proposal_makes_room_for_another(decided):
    round, entries, decision, head, _other = decided

    drop(decision=decision, why="Ошибка в номинации", by=head, at=MEETING)
    propose(round=round, nomination=decision.nomination, lines={}, words="", by=head, at=MEETING)

    assert sorted(Decision.objects.values_list("state", flat=True)) == ["dropped", "proposed"]


def test_an_entry_with_too_few_reviews_wins_nothing():
    head = chair()
    round, entries, _people = deciding_round(((9, 9, None), (5, 5, 5)), chaired_by=head)

    with pytest.raises(Refused):
        propose(
            round=round, nomination=round.nominations.get(code="best"),
            lines={entries[0].reference: (Outcome.LAUREATE, "", "")}, words="", by=head, at=MEETING,
        )  # fmt: skip


def test_a_tie_is_resolved_in_words_or_not_at_all():
    head = chair()
    round, entries, _people = deciding_round(((8, 7, 6), (6, 7, 8)), chaired_by=head)
    best = round.nominations.get(code="best")
    lines = {entries[0].reference: (Outcome.LAUREATE, "", "")}

    with pytest.raises(Refused):
        propose(round=round, nomination=best, lines=lines, words="", by=head, at=MEETING)
    noted = {entries[0].reference: (Outcome.LAUREATE, "", "Голосование: двое против одного.")}
    assert (
        propose(round=round, nomination=best, lines=noted, words="", by=head, at=MEETING).state == "proposed"
    )


def test_the_same_reviews_are_kept_as_one_ranking():
    round, _entries, _people = deciding_round()
    first = Ranking.objects.get()

    again = keep_ranking(round, by=None, at=MEETING + timedelta(days=1))

    assert (again.pk, Ranking.objects.count()) == (first.pk, 1)
    assert [row["rank"] for row in first.result["entries"]] == [1, 2, 3]


def test_every_figure_has_a_sentence():
    round, entries, _people = deciding_round()
    scored, _stored, _stale, text = scored_for(round)

    compared = compare(round, scored, text, entries[0].reference, entries[1].reference, criteria={})

    assert len(compared.sentences) >= 2
    assert len(compared.heads) == 3
    assert entries[0].reference in compared.duel


def test_criteria_no_longer_change_once_frozen():
    round, entries, people = reading_round(entries=1)
    review(people[0], entries[0])
    view = AwardRoundViewSet()
    form_class = view.edit_handler.bind_to_model(type(round)).get_form_class()
    form = form_class(instance=round)

    assert issubclass(form_class, AwardRoundForm)
    assert form.fields["min_reviews"].disabled is True


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_protocol_opens_in_both_programs(language):
    import io

    docx, pypdf = pytest.importorskip("docx"), pytest.importorskip("pypdf")
    head = chair()
    round, entries, _people = deciding_round(chaired_by=head)
    protocol = write_protocol(
        round=round, held_at=MEETING, place="Ош", present=[{"name": "Дмитрий Орлов", "role": "chair"}],
        discussion="=cmd|' /C calc'!A0\x0b", by=head, at=MEETING,
    )  # fmt: skip

    words = protocol_docx(protocol, language=language, at=MEETING)
    sheet = protocol_pdf(protocol, language=language, at=MEETING)

    text = "\n".join(p.text for p in docx.Document(io.BytesIO(words)).paragraphs)
    pages = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(sheet)).pages)
    assert ("Дмитрий Орлов" in text, "Дмитрий Орлов" in pages, entries[0].reference in pages) == (
        True,
        True,
        True,
    )
