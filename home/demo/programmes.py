"""Samples of each programme: rounds, applications, pairs, entries."""

from courses.demo import make_demo as make_course
from mentoring.demo import make_demo as make_mentoring
from mentoring.models import Pair
from mentoring.pair_states import PairState
from network.awards.demo import make_demo as make_awards
from network.awards.models import EntryAuthor, Juror
from network.awards.states import Phase
from network.members.models import User

READER = "member@demo.example"


def make_programmes(*, password: str, say) -> None:
    """Each programme fills its own screens; see mentoring.demo, network.awards.demo, courses.demo."""
    make_course(user=User.objects.get(email=READER), say=say)
    make_mentoring(password=password, say=say)
    make_awards(password=password, say=say)


def people_worth_being() -> list[tuple[str, str]]:
    """Addresses of samples whose own screens have the most to show, each with what she is in words."""
    found = []
    pair = Pair.objects.filter(state=PairState.ACTIVE, is_sample=True).order_by("pk").first()
    if pair:
        found += [
            (pair.mentee.person, "a mentee with a mentor"),
            (pair.mentor.person, "a mentor with a mentee"),
        ]
    author = (
        EntryAuthor.objects.filter(entry__round__is_sample=True, entry__round__phase=Phase.CALLED)
        .order_by("pk")
        .first()
    )
    if author:
        found.append((author.user, "an entrant of the award"))
    juror = Juror.objects.filter(round__is_sample=True, round__phase=Phase.JUDGING).order_by("pk").first()
    if juror:
        found.append((juror.user, "a juror with entries to read"))
    return [(person.email, what) for person, what in found if person]
