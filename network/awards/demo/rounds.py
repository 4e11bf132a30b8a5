"""Sample rounds: their records, their pages in both languages, and entries as far as screening."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from django.db import transaction

from network.awards.actions import rounds as actions
from network.awards.actions.clock import close_rounds
from network.awards.actions.drafts import answer_eligibility, begin_entry, save_part
from network.awards.actions.screening import admit, propose_ineligible, return_for_repair
from network.awards.actions.sending import submit
from network.awards.demo.words import CRITERIA, JURY, NOMINATIONS, PHASES, SUMMARIES, TITLES
from network.awards.models import AwardRound, AwardRoundPage, Criterion, Entry, Nomination
from network.awards.questions import ELIGIBILITY, PARTS
from network.awards.states import Phase
from network.content.starter.loading import Report
from network.content.starter.pages import PageFile, load, place
from network.content.starter.raw import stream
from network.members.actions import make_verified_member
from network.members.models import User
from network.members.roles import Role, members_of

FOLDER = Path(__file__).parent
DAY = timedelta(days=1)
TEXTS = (
    "need",
    "cooperation",
    "activities",
    "results",
    "innovation",
    "inclusion",
    "transfer",
    "lessons",
    "summary",
)


@dataclass(frozen=True)
class Plan:
    """One sample round: days from now on which it opens and closes, how many entries, where it ends up."""

    code: str
    phase: str
    opens: int
    closes: int
    entries: int
    mark: str = ""


PLANS = (
    Plan("A28", Phase.PREPARING, 60, 120, 0, " · I"),
    Plan("A27", Phase.CALLED, -20, 25, 3, " · II"),
    Plan("B26", Phase.SCREENING, -60, -5, 4, " · III"),
    Plan("C26", Phase.JUDGING, -110, -50, 4, " · IV"),
    Plan("D26", Phase.DECIDING, -170, -100, 4, " · V"),
    Plan("A25", Phase.RELEASED, -400, -330, 4, " · VI"),
)


def sample_projects() -> list[dict]:
    return tomllib.loads((FOLDER / "projects.toml").read_text("utf-8"))["project"]


def make_rounds(*, password: str, at: datetime) -> list[AwardRound]:
    """All sample rounds; those a jury reads stop at the end of screening, with their entries admitted."""
    secretary = members_of(Role.AWARD_SECRETARY).first()
    owner = make_verified_member(
        email="entrant@demo.example", name="Сауле Нурланова (образец)", password=password, is_sample=True
    )
    projects = sample_projects()
    made, taken = [], 0
    for plan in PLANS:
        with transaction.atomic():
            chosen = projects[taken : taken + plan.entries]
            made.append(_make(plan, chosen, secretary=secretary, owner=owner, at=at))
            taken += plan.entries
    return made


def _make(plan: Plan, projects: list[dict], *, secretary: User, owner: User, at: datetime) -> AwardRound:
    round = _record(plan, at=at)
    _page(plan, round)
    if plan.phase == Phase.PREPARING:
        return round
    opened = round.opens_at + timedelta(hours=1)
    actions.announce(round=round, by=secretary, at=opened)
    round.refresh_from_db()
    # A sample of each state that an entry can be in while it is written.
    entries = [
        _entry(round, project, owner, number, at=opened + number * DAY)
        for number, project in enumerate(projects)
    ]
    if plan.phase == Phase.CALLED:
        _send(entries[1:], owner, at=opened + 5 * DAY)
        return round
    _send(entries, owner, at=opened + 5 * DAY)
    close_rounds(at=round.grace_ends_at + timedelta(minutes=1))
    after = round.deadline_at + DAY
    if plan.phase == Phase.SCREENING:
        _screen(entries, secretary, at=after)
    else:
        for entry in entries:
            admit(entry=entry, words="", by=secretary, at=after)
    round.refresh_from_db()
    return round


def _record(plan: Plan, *, at: datetime) -> AwardRound:
    opens, closes = (
        at + plan.opens * DAY,
        (at + plan.closes * DAY).replace(hour=20, minute=59, second=0, microsecond=0),
    )
    year = closes.year - 1
    round = AwardRound(
        code=plan.code,
        name=TITLES["ru"].format(year=closes.year, mark=plan.mark),
        opens_at=opens,
        deadline_at=closes,
        screening_until=closes + 14 * DAY,
        judging_opens_at=closes + 15 * DAY,
        judging_closes_at=closes + 60 * DAY,
        release_at=closes + 90 * DAY,
        projects_from=date(year, 1, 1),
        projects_until=date(year, 12, 31),
        min_reviews=3,
        is_sample=True,
    )
    round.nominations = [
        Nomination(code=code, name=words["ru"][0], sort_order=number)
        for number, (code, words) in enumerate(NOMINATIONS.items())
    ]
    round.criteria = [
        Criterion(code=code, name=words["ru"][0], weight=weight, required=required, sort_order=number)
        for number, (code, (weight, required, words)) in enumerate(CRITERIA.items())
    ]
    round.save()
    return round


def _page(plan: Plan, round: AwardRound) -> None:
    key = f"sample-round-{plan.code.lower()}"

    def build(data: dict, page: AwardRoundPage) -> None:
        page.title = page.draft_title = data["title"]
        page.slug, page.summary, page.jury_note = data["slug"], data["summary"], data["jury"]
        page.round = round
        for name in ("nominations", "criteria"):
            block = page._meta.get_field(name).stream_block
            setattr(
                page,
                name,
                block.to_python(
                    stream(block, data[name], place=f"page/{key}/{name}", resolve=lambda key: None)
                ),
            )

    file = PageFile(
        key, AwardRoundPage, "bridge-of-the-year", _words(plan, round, "ru"), _words(plan, round, "en"), build
    )
    place(file)
    load(file, Report())


def _words(plan: Plan, round: AwardRound, language: str) -> dict:
    return {
        "title": TITLES[language].format(year=round.deadline_at.year, mark=plan.mark),
        "slug": plan.code.lower(),
        "summary": SUMMARIES[language].format(phase=PHASES[plan.phase][language]),
        "jury": JURY[language],
        "nominations": [
            {
                "type": "nomination",
                "key": code,
                "code": code,
                "title": words[language][0],
                "text": words[language][1],
            }
            for code, words in NOMINATIONS.items()
        ],
        "criteria": [
            {
                "type": "criterion",
                "key": code,
                "code": code,
                "title": words[language][0],
                "question": words[language][1],
                "anchors": [{"score": score, "text": text} for score, text in words[language][2].items()],
            }
            for code, (_weight, _required, words) in CRITERIA.items()
        ],
    }


def _entry(round: AwardRound, project: dict, owner: User, number: int, *, at: datetime) -> Entry:
    answer_eligibility(round=round, answers={q.code: True for q in ELIGIBILITY}, by=owner, at=at)
    entry = begin_entry(round=round, by=owner, language="ru", at=at, is_sample=True)
    answers = _answers(round, project, owner, number)
    for part in PARTS:
        values = {q.code: answers[q.code] for q in part.questions if q.code in answers}
        save_part(entry=entry, code=part.code, values=values, base={}, by=owner, at=at)
    return entry


def _answers(round: AwardRound, project: dict, owner: User, number: int) -> dict:
    year = round.projects_from.year
    return {
        **answers_of(project),
        "nomination": list(NOMINATIONS)[number % 2],
        "starts": f"{year}-02-01",
        "ends": f"{year}-11-30",
        "languages": [project["language"]],
        "country": project["country"],
        "library_type": project["type"],
        "team": [{"name": project["person"], "part": "", "organisation": project["organisation"]}],
        "licence": "cc-by",
        "budget": "small",
        "contact_name": owner.name,
        "contact_email": owner.email,
        "signatory": project["person"],
        **dict.fromkeys(("true", "rights", "personal_data", "publication", "machine"), True),
    }


def answers_of(project: dict) -> dict:
    """The answers that are words, from a project of the samples or from its translation."""
    name, country, role = project["partner"]
    return {
        **{code: project[code] for code in TEXTS},
        "project_title": project["title"],
        "one_line": project["line"],
        "entry_language": project["language"],
        "organisation": project["organisation"],
        "city": project["city"],
        "partners": [{"name": name, "country": country, "role": role}],
    }


def _send(entries: list[Entry], owner: User, *, at: datetime) -> None:
    for number, entry in enumerate(entries):
        submit(entry=entry, by=owner, at=at + timedelta(minutes=number))


def _screen(entries: list[Entry], secretary: User, *, at: datetime) -> None:
    """One admitted, one with its authors, one that waits for a second person, one untouched."""
    admit(entry=entries[0], words="", by=secretary, at=at)
    return_for_repair(
        entry=entries[1],
        questions=["city", "video"],
        message="Пожалуйста, добавьте ссылку на видео: в заявке она обещана, но не приложена. (Образец письма.)",
        due_at=at + 30 * DAY,
        by=secretary,
        at=at,
    )
    propose_ineligible(entry=entries[2], reason="period", words="", by=secretary, at=at)
