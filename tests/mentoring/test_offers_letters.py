"""Every letter to somebody without a pair, in both languages: no private rule, no person, no count."""

import re
from datetime import timedelta

import pytest
from django.utils.translation import override

from mentoring.actions.offers import call_off_offer, decline_offer, expire_due
from mentoring.actions.pairs import end_early, report_concern
from mentoring.actions.publishing import publish_run
from mentoring.actions.runs import make_run, rule_on_pair
from mentoring.models import Avoidance
from mentoring.pair_states import END_REASONS, NOT_NOW, OFFER_REASONS, PairState
from mentoring.queries.publishing import check_run
from mentoring.queries.results import RULES
from mentoring.tasks import compute_run
from network.content.models import Letter
from tests.factories import pairs as make
from tests.factories.members import NOW

pytestmark = pytest.mark.django_db
SECRET = "Совершенно секретные слова"


def readable(letter) -> str:
    """The letter without what must have digits: her number, addresses, dates of her own round."""
    text = f"{letter.subject}\n{letter.text}"
    text = re.sub(r"https?://\S+", "", text)
    return re.sub(r"M\d\d[A-Z]?-\d+", "", text)


def everybody(pair) -> list[str]:
    return [
        pair.mentee.profile.name,
        pair.mentor.profile.name,
        pair.mentee.person.name,
        pair.mentor.person.name,
    ]


def check(letter, people, *, language):
    text = readable(letter)
    own = letter.to
    round_title = re.compile(r"Раунд \d+")
    assert re.findall(r"\d+", round_title.sub("", text)) == [], text
    with override(language):
        words = [str(label) for label in RULES.values()]
        words += [str(label) for code, label in (*OFFER_REASONS, *END_REASONS) if code != "other"]
    assert [word for word in words if word.casefold() in text.casefold()] == [], text
    others = [name for email, names in people.items() if email != own for name in names]
    assert [name for name in others if name in text] == [], text
    assert SECRET not in text


def unmatched_letters(round, boss, language) -> tuple[list[Letter], dict]:
    """One mentee for each way to stay or come to be without a pair."""
    kazakh = [{"code": "kk", "level": "fluent"}]
    left = [
        make.mentee(round, name="Языковая Жамиля", language=language, languages=kazakh),
        make.mentee(round, name="Избегающая Инна", language=language),
        make.mentee(round, name="Разведённая Раиса", language=language),
    ]
    mentor = make.mentor(round, name="Наставница Нонна", language=language)
    Avoidance.objects.create(application=left[1], other=mentor.person, added_at=NOW)
    rule_on_pair(kind="forbid", mentee=left[2], mentor=mentor, why=SECRET, by=boss, at=NOW)
    paired = make.mentee(round, name="Парная Полина", language=language)
    run = make_run(round=round, policy={}, by=boss, at=NOW, enqueue=lambda one: compute_run.enqueue(one.pk))
    run.refresh_from_db()
    [offer] = publish_run(run=run, seen=check_run(run, at=NOW).fingerprint, by=boss, at=NOW)
    assert offer.mentee == paired
    decline_offer(pair=offer, reason="conflict", words=SECRET, by=offer.mentor.person, at=NOW)
    more = [
        make.pair(
            round,
            mentee_=make.mentee(round, name=f"Ждущая {word}", language=language),
            mentor_=make.mentor(round, name=f"Занятая {word}", language=language),
            **fields,
        )
        for word, fields in (
            ("Анна", {}), ("Белла", {}), ("Вера", {"state": PairState.ACTIVE}), ("Галина", {"state": PairState.ACTIVE}),
            ("Дина", {}),
        )
    ]  # fmt: skip
    decline_offer(pair=more[0], reason=NOT_NOW, by=more[0].mentor.person, at=NOW)
    call_off_offer(pair=more[1], why=SECRET, by=boss, at=NOW)
    end_early(pair=more[2], reason="no-fit", words=SECRET, by=more[2].mentor.person, at=NOW)
    report_concern(pair=more[3], text=SECRET, wishes=SECRET, by=more[3].mentee.person, at=NOW)
    end_early(pair=more[3], reason="concern", words=SECRET, by=boss, at=NOW)
    expire_due(at=NOW + timedelta(days=8))
    people = {one.person.email: [one.profile.name] for one in (*left, mentor, paired)}
    people |= {side.person.email: [side.profile.name] for pair in more for side in (pair.mentee, pair.mentor)}
    kinds = [
        "not-paired",
        "offer-came-back",
        "offer-lapsed",
        "pair-ended",
        "concern-received",
        "concern-waits",
    ]
    return list(Letter.objects.filter(kind__in=[f"mentoring/{kind}" for kind in kinds])), people


@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_letter_names_a_rule_a_person_or_a_count(language):
    round, boss = make.matching_round(), make.coordinator()

    letters, people = unmatched_letters(round, boss, language)

    assert {letter.kind for letter in letters} == {
        "mentoring/not-paired", "mentoring/offer-came-back", "mentoring/offer-lapsed", "mentoring/pair-ended",
        "mentoring/concern-received", "mentoring/concern-waits",
    }  # fmt: skip
    assert {letter.language for letter in letters if letter.kind != "mentoring/concern-waits"} == {language}
    for letter in letters:
        check(letter, people, language=language)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_all_left_over_read_the_very_same_words(language):
    """Whatever kept somebody out, nothing in the letter tells it: only her own name and number differ."""
    round, boss = make.matching_round(), make.coordinator()
    _letters, people = unmatched_letters(round, boss, language)

    letters = list(Letter.objects.filter(kind="mentoring/not-paired"))

    assert len(letters) == 3
    assert len({readable(letter).replace(people[letter.to][0], "NAME") for letter in letters}) == 1
