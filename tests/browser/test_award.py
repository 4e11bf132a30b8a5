"""A round of the award from its call to its laureates: nobody but its own people ever sees an entry."""

from datetime import timedelta

import pytest
import time_machine

from tests.browser import award_deciding as deciding
from tests.browser import award_entering as entering
from tests.browser import award_judging as judging
from tests.browser.award import (
    CHAIR,
    ENTRANT,
    SECRETARY,
    STRANGER,
    Walk,
    round_in_preparation,
)  # fmt: skip
from tests.factories import awards as make


@pytest.fixture
def walk(page, live_server, site, axe, tmp_path):
    with time_machine.travel(make.OPENS - timedelta(days=1)) as clock:
        make.person("Айпери Садыкова", email=ENTRANT)
        make.person("Посторонний", email=STRANGER)
        make.secretary(email=SECRETARY)
        make.chair(email=CHAIR)
        walk = Walk(page, live_server, axe, clock)
        walk.folder = tmp_path
        yield walk
    assert page.errors == []


def test_from_a_call_to_laureates(walk):
    round = round_in_preparation()
    entering.secretary_announces(walk, round)
    entering.entrant_begins_and_writes(walk)
    entering.entrant_adds_a_picture(walk)
    entering.coauthor_joins_and_writes(walk)
    entering.entrant_previews_and_sends(walk)
    entering.entrant_sends_again(walk)
    entering.others_enter(round)
    judging.secretary_closes_and_screens(walk)
    judging.chair_invites_three(walk)
    judging.jurors_say_whom_they_know(walk)
    judging.chair_decides_and_opens(walk, round)
    judging.jurors_read_and_score(walk)
    deciding.chair_ranks_and_proposes(walk)
    deciding.second_person_approves(walk)
    deciding.results_come_at_the_hour(walk, round)
    deciding.entrant_reads_and_holds_a_certificate(walk)
    deciding.chair_keeps_the_protocol(walk)
