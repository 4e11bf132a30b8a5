"""Scores saved as she writes, submitted once, unlocked by the chair; nothing else is ever shown to a juror."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from network.awards.actions.judging import close_judging, stop_judging
from network.awards.actions.reviews import save_review, submit_review, unlock
from network.awards.models import EntryAttachment
from network.awards.models.reviews import Review
from network.content.refusals import Refused
from tests.factories.awards import chair, person, secretary
from tests.factories.jury import READING, reading_of, reading_round, review, scores

pytestmark = pytest.mark.django_db


def fields(value="7", **others):
    codes = ("cooperation", "impact", "innovation", "inclusion", "transfer")
    return {
        "base": "0",
        **{f"s_{code}": others.get(code, value) for code in codes},
        "comment": "",
        "private_note": "",
    }


@pytest.fixture
def reading(client):
    round, entries, people = reading_round(entries=2)
    client.force_login(people[0].user)
    return round, entries, people


def url_of(entry):
    return reverse("jury:entry", args=[entry.reference])


def test_a_draft_is_kept_with_what_she_has(client, reading):
    _round, (entry, _other), people = reading

    answer = client.post(url_of(entry), {"base": "0", "s_impact": "9", "comment": "Пока так"})

    kept = Review.objects.get()
    assert (answer.status_code, kept.scores, kept.comment, kept.submitted_at) == (
        302, {"impact": {"score": 9, "why": ""}}, "Пока так", None,
    )  # fmt: skip
    assert reading_of(people[0], entry).state == "draft"


def test_the_script_gets_an_answer_it_can_read(client, reading):
    entry = reading[1][0]

    answer = client.post(
        url_of(entry), {"base": "0", "s_impact": "9"}, headers={"X-Requested-With": "autosave"}
    )

    assert answer.json() == {"saved": True, "base": 1, "errors": []}


def test_submitting_an_incomplete_review_says_where(client, reading):
    entry = reading[1][0]

    answer = client.post(url_of(entry), {**fields(), "s_impact": "", "submit": "1"})

    form = answer.context["form"]
    assert (answer.status_code, sorted(form.errors)) == (422, ["s_impact"])
    assert Review.objects.get().submitted_at is None


def test_not_applicable_needs_a_reason_and_may_not_take_too_much_weight(client, reading):
    entry = reading[1][0]

    bare = client.post(url_of(entry), {**fields(), "s_innovation": "na", "submit": "1"})
    two = client.post(
        url_of(entry),
        {
            **fields(),
            "base": "1",
            "s_innovation": "na",
            "w_innovation": "не о том",
            "s_inclusion": "na",
            "w_inclusion": "не о том",
            "submit": "1",
        },
    )
    one = client.post(
        url_of(entry),
        {**fields(), "base": "2", "s_innovation": "na", "w_innovation": "не о том", "submit": "1"},
    )

    assert (bare.status_code, two.status_code, one.status_code) == (422, 422, 302)


@pytest.mark.parametrize("value", ["0", "11", "7.5", "<b>", "999999"])
def test_a_score_outside_the_scale_is_refused_and_the_rest_kept(client, reading, value):
    entry = reading[1][0]

    answer = client.post(url_of(entry), {**fields(), "s_impact": value})

    assert answer.status_code == 422
    assert "impact" not in Review.objects.get().scores


def test_what_was_submitted_is_final(client, reading):
    _round, (entry, _other), people = reading
    review(people[0], entry, 7)

    answer = client.post(url_of(entry), fields("1"))

    assert answer.status_code == 409
    assert Review.objects.get().scores == scores(7)


def test_submitting_twice_gives_one_review(reading):
    _round, (entry, _other), people = reading
    first = review(people[0], entry, 7)

    again = submit_review(
        assignment=reading_of(people[0], entry), by=people[0].user, at=READING + timedelta(hours=1)
    )

    assert (again.pk, again.submitted_at, Review.objects.count()) == (first.pk, READING, 1)


def test_two_windows_never_lose_a_text(client, reading):
    _round, (entry, _other), people = reading
    assignment = reading_of(people[0], entry)
    save_review(
        assignment=assignment,
        scores={},
        comment="Первое окно",
        private_note="",
        base=0,
        by=people[0].user,
        at=READING,
    )

    answer = client.post(url_of(entry), {"base": "0", "comment": "Второе окно"})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert ("Первое окно" in page, "Второе окно" in page) == (True, True)


def test_the_chair_unlocks_with_a_reason_and_the_old_version_stays(reading):
    _round, (entry, _other), people = reading
    review(people[0], entry, 7)
    assignment = reading_of(people[0], entry)

    for by, why in ((secretary(), "Просит член жюри."), (chair(), "да"), (people[0].user, "Хочу изменить.")):
        with pytest.raises(Refused):
            unlock(assignment=assignment, why=why, by=by, at=READING)
    unlock(assignment=assignment, why="Просит исправить описку.", by=chair(), at=READING)

    assert list(Review.objects.order_by("version").values_list("version", "scores", "unlock_why")) == [
        (1, scores(7), "Просит исправить описку."), (2, scores(7), ""),
    ]  # fmt: skip
    assert reading_of(people[0], entry).state == "unlocked"


def test_after_the_reading_nothing_can_be_written(client, reading):
    round, (entry, _other), people = reading
    review(people[0], entry)
    close_judging(round=round, by=chair(), at=READING)

    answer = client.post(url_of(_other), fields())

    assert answer.status_code == 409
    assert Review.objects.count() == 1


def test_the_plan_opens_again_only_while_nobody_has_scored(reading):
    round, (entry, _other), people = reading
    review(people[0], entry, submit=False)

    with pytest.raises(Refused):
        stop_judging(round=round, why="Поправить вес", by=chair(), at=READING)


MARKS = {
    "organisation": "МЕТКАОРГАНИЗАЦИЯ",
    "city": "МЕТКАГОРОД",
    "contact_name": "МЕТКАКОНТАКТ",
    "contact_email": "metka@mark.example",
    "contact_phone": "МЕТКАТЕЛЕФОН",
    "signatory": "МЕТКАПОДПИСЬ",
    "jury_ties": "МЕТКАСВЯЗЬ",
    "partners": [{"name": "МЕТКАПАРТНЁР", "country": "AM", "role": "Выбирала книги"}],
    "team": [{"name": "МЕТКАКОМАНДА Имя", "part": "МЕТКАРОЛЬ", "organisation": "МЕТКАМЕСТО"}],
}


def test_no_name_reaches_a_reading_juror(client):
    round, (entry,), people = reading_round(entries=1, **MARKS)
    for name, names_nobody in (("МЕТКАФАЙЛ.jpg", True), ("МЕТКАТАЙНЫЙ.pdf", False)):
        file = EntryAttachment(
            entry=entry, kind="picture", media_type="image/jpeg", size=3, sha256=name, original_name=name,
            credit="МЕТКААВТОР", names_nobody=names_nobody, uploaded_at=READING,
        )  # fmt: skip
        file.file.save("", ContentFile(b"abc"), save=False)
        file.save()
    seen, hidden = entry.attachments.order_by("pk")
    client.force_login(people[0].user)

    answers = [
        client.get(url_of(entry)),
        client.get(reverse("jury:room", args=[round.code.lower()])),
        client.post(url_of(entry), {**fields(), "submit": "1"}, follow=True),
        client.get(reverse("jury:file", args=[entry.reference, seen.uuid])),
    ]

    for answer in answers:
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        heads = " ".join(f"{name}: {value}" for name, value in answer.headers.items())
        text = body.decode("utf-8", "replace") + heads
        assert [mark for mark in ("МЕТКА", "metka@", "%D0%9C%D0%95%D0%A2") if mark in text] == []
    assert "Выбирала книги" in answers[0].content.decode()
    assert f'filename="{entry.reference}-1.jpg"' in answers[3]["Content-Disposition"]
    assert client.get(reverse("jury:file", args=[entry.reference, hidden.uuid])).status_code == 404


def test_the_document_for_paper_names_nobody(client):
    pypdf = pytest.importorskip("pypdf")
    import io

    round, _entries, people = reading_round(entries=1, **MARKS)
    client.force_login(people[0].user)

    answer = client.get(reverse("jury:all", args=[round.code.lower()]))

    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(answer.content)).pages)
    assert answer["Content-Type"] == "application/pdf"
    assert ("МЕТКА" in text, "Выбирала книги" in text) == (False, True)


def test_a_jurors_scores_are_seen_by_no_other_juror_and_no_entrant(client):
    _round, (entry,), people = reading_round(entries=1)
    review(people[0], entry, comment="ТАЙНЫЙ ОТЗЫВ")

    for user in (people[1].user, entry.authors.get().user, person("Чужая")):
        client.force_login(user)
        for url in (url_of(entry), reverse("awards:entry", args=[entry.reference])):
            assert "ТАЙНЫЙ ОТЗЫВ" not in client.get(url).content.decode()
