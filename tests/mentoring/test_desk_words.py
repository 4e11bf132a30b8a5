"""What the coordinator's screens say: in her language, in words, with the numbers as they are."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils.translation import override
from time_machine import travel
from wagtail.models import Locale

import mentoring
from mentoring.actions.pairs import pause_pair
from mentoring.actions.reviews import add_note, decide, set_tier
from mentoring.actions.runs import lift_ruling, make_run, rule_on_pair
from mentoring.models import Application, MentoringRoundPage, Ruling
from mentoring.pair_states import PairState
from mentoring.queries.desk import returning_mentors
from mentoring.queries.numbers import numbers_of
from mentoring.queries.shares import Share
from mentoring.queries.telling import APPLICATION_VERBS, application_in_words, history_in_words
from mentoring.queries.today import today
from mentoring.tasks import compute_run
from network.members.history import record
from tests.factories import pairs as make
from tests.factories.members import NOW
from tests.factories.mentoring import make_round, make_sent

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}


@pytest.fixture(autouse=True)
def _clock():
    with travel(NOW, tick=False):
        yield


@pytest.fixture
def boss(client):
    user = make.coordinator()
    client.force_login(user)
    return user


def address(name, *args):
    return reverse(f"mentoring_admin:{name}", args=args)


def words(row):
    return (str(row.what), str(row.before), str(row.after))


@pytest.mark.parametrize(("is_live", "title"), [(True, "Spring round"), (False, "Раунд 1")])
def test_a_round_is_named_in_the_language_of_the_screen_where_it_is_published(is_live, title, boss, client):
    round = make_round()
    english = round.page.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    MentoringRoundPage.objects.filter(pk=english.pk).update(title="Spring round", live=is_live)

    rows = client.get(address("rounds"), headers=ENGLISH).context["rounds"]
    desk = client.get(address("round", round.code), headers=ENGLISH).context
    move = client.get(address("move", round.code, "begin_review"), headers=ENGLISH).context

    assert ([row["title"] for row in rows], desk["title"], move["title"]) == ([title], title, title)
    assert client.get(address("round", round.code)).context["title"] == "Раунд 1"


@pytest.mark.parametrize(
    ("paired", "asked", "shown"), [(0, 0, 0), (1, 3, 33), (2, 3, 67), (1, 8, 13), (1, 200, 1), (3, 3, 100)]
)
def test_a_share_is_rounded_a_half_up(paired, asked, shown):
    assert Share("", asked, paired).percent == shown


def test_the_share_of_mentees_in_a_pair_is_rounded():
    round = make.matching_round()
    for _ in range(2):
        make.pair(round, state=PairState.ACTIVE)
    make.mentee(round)

    with override("en"):
        shown = {one.label: one.value for one in numbers_of(round, at=NOW)}

    assert shown["share of mentees in a pair"] == "67 %"


def test_silence_is_said_in_the_days_it_has_lasted(boss, client):
    round = make.matching_round("running")
    long, short = NOW - timedelta(days=52), NOW - timedelta(days=31, hours=23)
    pairs = [make.pair(round, state=PairState.ACTIVE, at=at) for at in (long, short)]

    rows = client.get(address("pairs", round.code), {"show": "quiet"}).context["rows"]

    assert [(row["pair"], row["quiet"], row["days"]) for row in rows] == [
        (pairs[0], "red", 52),
        (pairs[1], "yellow", 31),
    ]
    page = client.get(address("pair", pairs[0].uuid), headers=ENGLISH).content.decode()
    assert ">silent for 52 days<" in page
    with override("en"):
        assert [line.sentence for line in today(round, at=NOW)] == [
            "pair silent for 45 days or longer",
            "pair silent for 30 to 44 days",
        ]


def test_held_together_lists_the_pairs_held_now(boss, client):
    round = make.matching_round()
    mentee, mentor = make.mentee(round), make.mentor(round)
    run = make_run(round=round, policy={}, by=boss, at=NOW, enqueue=lambda one: compute_run.enqueue(one.pk))

    def listed():
        page = client.get(address("run", run.pk), {"show": "locked"}).context["page_obj"]
        return [(row.mentee, row.mentor) for row in page]

    before = listed()
    ruling = rule_on_pair(kind="lock", mentee=mentee, mentor=mentor, by=boss, at=NOW)
    held = listed()
    lift_ruling(ruling=ruling, by=boss, at=NOW)
    rule_on_pair(kind="forbid", mentee=mentee, mentor=mentor, by=boss, at=NOW)

    assert (before, held, listed()) == ([], [(mentee, mentor)], [])


def test_lifting_on_the_desk_is_confirmed(boss, client):
    round = make.matching_round()
    ruling = rule_on_pair(kind="lock", mentee=make.mentee(round), mentor=make.mentor(round), by=boss, at=NOW)

    answer = client.post(address("lift_ruling", round.code), {"ruling": ruling.pk})

    assert Ruling.objects.count() == 0
    assert [str(one) for one in get_messages(answer.wsgi_request)] == [
        "Снято. Следующий расчёт решит свободно."
    ]


def test_the_history_of_an_application_is_in_words(boss):
    application = make_sent()
    add_note(application=application, note="Позвонить", by=boss, at=NOW)
    set_tier(application=application, tier=2, by=boss, at=NOW)
    decide(application=application, verb="decline", reason="no-places", by=boss, at=NOW)

    with override("en"):
        rows = sorted(application_in_words(application), key=lambda row: str(row.what))
        told = [words(row) for row in rows]
        why = [str(row.why) for row in rows if row.why]

    assert told == [
        ("began the application", "", ""),
        ("changed who is served first", "0", "2"),
        ("declined", "sent", "declined"),
        ("sent the application", "draft", "sent"),
        ("wrote a private note", "", ""),
    ]
    assert why == ["there are more applications than places"]


def test_every_verb_of_an_application_has_its_words():
    written = "".join(path.read_text() for path in (Path(mentoring.__file__).parent / "actions").glob("*.py"))
    used = set(re.findall(r'record\(\s*"(\w+)", (?:application|mentee|own)\b', written))

    assert used - set(APPLICATION_VERBS) == set()
    assert len(used) > 10


def test_the_history_of_a_pair_says_no_state_twice(boss):
    pair = make.pair(state=PairState.ACTIVE)
    record("offer_pair", pair, by=boss, at=NOW, after="offered")
    pause_pair(pair=pair, until=(NOW + timedelta(days=9)).date(), by=boss, at=NOW)
    record("plan_meeting", pair, by=boss, at=NOW, before="planned", after="planned")

    with override("en"):
        told = sorted(words(row) for row in history_in_words(pair))

    assert told == [("offered", "", ""), ("paused", "at work", "pauses"), ("planned a meeting", "", "")]


def test_the_table_of_pairs_has_words_and_headings_of_its_own(boss, client):
    round = make.matching_round("running")
    make.pair(round, state=PairState.DECLINED)
    make.pair(round, state=PairState.ENDED_EARLY, at=NOW + timedelta(hours=1), end_reason="no-time")

    response = client.get(address("export_pairs", round.code, "csv"), headers=ENGLISH)
    header, declined, ended = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()

    names = header.split(",")
    assert len(set(names)) == len(names)
    assert (declined.split(",")[-1], ended.split(",")[-1]) == (
        "I have no time now",
        "one of us has no time any more",
    )


def test_the_desk_says_what_it_did_and_she_what_she_has_to_do(boss, client):
    application = make_sent()
    Application.objects.update(state="needs_changes")
    application.refresh_from_db()
    code = application.round.code

    with override("en"):
        hers = str(application.get_state_display())
    listed = client.get(address("applications", code), headers=ENGLISH)
    exported = b"".join(client.get(address("export", code, "csv"), headers=ENGLISH).streaming_content)
    desk = client.get(address("round", code), headers=ENGLISH).context["rows"]

    assert hers == "waits for your corrections"
    assert listed.content.decode().count("sent back for changes") == 2  # the filter and the row
    assert [hers in page for page in (listed.content.decode(), exported.decode())] == [False, False]
    assert "sent back for changes" in exported.decode()
    assert ["sent back for changes" in str(label) for label, *_rest in desk].count(True) == 1


def test_an_application_shows_her_address_her_language_and_her_pairs(boss, client):
    pair = make.pair(
        state=PairState.ACTIVE, mentor_=make.mentor(make.matching_round("running"), name="Нарине")
    )

    answer = client.get(address("application", pair.mentee.reference), headers=ENGLISH)
    page = answer.content.decode()

    assert f"mailto:{pair.mentee.person.email}" in page
    assert f'<a href="{address("pair", pair.uuid)}">Pair with Нарине</a>' in page
    assert "language: Russian" in page
    assert "Nothing yet." in page  # made by hand: no history
    assert answer.context["pairs"] == [(pair, pair.mentor)]


def test_an_offer_says_who_has_not_answered(boss, client):
    pair = make.pair(mentee_answer="yes", mentee_answered_at=NOW)

    page = client.get(address("pairs", pair.round.code), headers=ENGLISH).content.decode()

    assert "mentee: yes, mentor: no answer yet" in page


def test_only_mentors_of_earlier_rounds_are_asked_again():
    day = timedelta(days=1)
    earlier = make_round("closed", at=NOW - 200 * day)
    later = make_round("closed", at=NOW + 200 * day)
    round = make_round("mentor_call")
    former = make.mentor(earlier)
    make.mentor(later)

    assert returning_mentors(round) == [former]


TRAILS = [
    ("round", "M27", None),
    ("applications", "M27", "Applications"),
    ("matching", "M27", "Matching"),
    ("pairs", "M27", "Pairs"),
    ("concerns", "M27", "Concerns"),
    ("new_run", "M27", "New run"),
    ("invite", "M27", "Invite by address"),
]


@pytest.mark.parametrize(("name", "code", "last"), TRAILS)
def test_the_way_ends_at_the_screen_one_is_on(name, code, last, boss, client):
    make.matching_round()

    page = client.get(address(name, code), headers=ENGLISH).content.decode()

    trail = re.search(r'<nav class="desk-quiet desk-trail".*?</nav>', page, re.DOTALL).group()
    here = re.findall(r'<span aria-current="page"[^>]*>([^<]+)</span>', trail)
    assert here == ([last] if last else [])
    assert "Applications" not in trail or last == "Applications"
