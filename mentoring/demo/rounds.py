"""One round in each phase, dated around the day the demo is made."""

from datetime import datetime, timedelta

from wagtail.models import Locale, Page

from mentoring.models import MentoringPage, MentoringRoundPage, Round
from mentoring.states import Phase
from mentoring.vocabularies import TOPICS

# Phase, days from today to the mentees' deadline, title in Russian and English.
ROUNDS = (
    (Phase.CLOSED, -420, "Первый раунд (образец)", "First round (sample)"),
    (Phase.RUNNING, -100, "Летний раунд (образец)", "Summer round (sample)"),
    (Phase.MATCHING, -12, "Осенний раунд (образец)", "Autumn round (sample)"),
    (Phase.REVIEW, -2, "Раунд для сельских библиотек (образец)", "Round for rural libraries (sample)"),
    (Phase.MENTEE_CALL, 21, "Зимний раунд (образец)", "Winter round (sample)"),
    (Phase.MENTOR_CALL, 75, "Весенний раунд (образец)", "Spring round (sample)"),
    (Phase.PREPARING, 200, "Следующий летний раунд (образец)", "Next summer round (sample)"),
)

QUESTIONS = (
    (
        "library", "both", "yes",
        "Вы работаете или учитесь в библиотеке, архиве или на библиотечном отделении?",
        "Раунд для тех, кто уже связан с библиотечным делом. Курс о библиотечных диалогах открыт всем, и начать можно с него.",
        "Do you work or study in a library, an archive or a library school?",
        "This round is for those who already belong to the field. The course on library dialogues is open to everyone: you can begin there.",
    ),
    (
        "adult", "both", "yes",
        "Вам есть 18 лет?",
        "Мы не можем подбирать пары для тех, кому меньше 18. Приходите, когда исполнится: раунды идут каждый год.",
        "Are you 18 or older?",
        "We may not make pairs for people under 18. Come when you are: there are rounds every year.",
    ),
    (
        "hour", "both", "yes",
        "Сможете отдавать паре хотя бы час в месяц до самого конца раунда?",
        "Меньше часа в месяц — это письма, на которые никто не отвечает. Приходите в раунд, когда час найдётся.",
        "Can you give your pair at least an hour a month until the end of the round?",
        "Less than an hour a month turns into letters that nobody answers. Join a round when you have the hour.",
    ),
)  # fmt: skip

AGREEMENT_RU = (
    "<p>Подопечный пишет первым, в течение недели. На письмо отвечаем за семь дней. Встречаемся не реже раза в месяц, "
    "столько, сколько идёт раунд.</p><p>Сказанное остаётся между нами; предел один — опасность для человека. "
    "Наставник не делает работу за подопечного, никто ничего не продаёт и никого не переманивает.</p>"
    "<p>Каждый может закончить раньше, не объясняя причин: достаточно сказать координатору.</p>"
)
AGREEMENT_EN = (
    "<p>The mentee writes first, within a week. We answer letters within seven days. We meet at least once a month, "
    "as long as the round lasts.</p><p>What is said stays between us; the one limit is danger to a person. "
    "The mentor does no work for the mentee, nobody sells anything, nobody recruits anybody.</p>"
    "<p>Either of us may end early without a reason: a word to the coordinator is enough.</p>"
)


def make_round(number: int, *, at: datetime) -> Round:
    phase, days, title, _english = ROUNDS[number]
    programme = MentoringPage.objects.get(locale__language_code="ru")
    deadline = (at + timedelta(days=days)).replace(hour=20, minute=59, second=0, microsecond=0)
    begins = deadline.date() + timedelta(days=40)
    page = MentoringRoundPage(
        title=title,
        draft_title=title,
        slug=f"sample-round-{number + 1}",
        locale=Locale.objects.get(language_code="ru"),
        summary="Вымышленный раунд: показывает, как выглядят экраны на этом этапе.",
        time_zone="Europe/Moscow",
        mentor_call_opens_at=deadline - timedelta(days=80),
        mentor_deadline=deadline - timedelta(days=7) if days < 0 else deadline,
        mentee_call_opens_at=deadline - timedelta(days=40),
        mentee_deadline=deadline,
        matching_on=deadline.date() + timedelta(days=30),
        pairs_from=begins,
        pairs_until=begins + timedelta(days=120),
        topics=[code for code, _label in TOPICS],
        most_places=3,
        country_cap=30,
        eligibility=[
            (
                "question",
                {"code": code, "side": side, "wanted": wanted, "question": question, "explanation": why},
            )
            for code, side, wanted, question, why, _q, _w in QUESTIONS
        ],
        agreement=AGREEMENT_RU,
        agreement_version="2026-11",
        contact_name="Асель Токтогулова (образец)",
        contact_email="coordinator@demo.example",
    )
    Page.objects.select_for_update().get(pk=programme.pk).add_child(instance=page)
    page.save_revision().publish()
    Round.objects.filter(page=page).update(phase=phase, phase_since=at, is_sample=True)
    return Round.objects.select_related("page").get(page=page)


def translate_round(number: int, round: Round) -> None:
    """The English version, as a translation with every segment."""
    from network.content.starter.translating import translate

    english = Locale.objects.filter(language_code="en").first()
    if english is None:
        return
    page = round.page
    draft = MentoringRoundPage.objects.get(pk=page.pk)
    draft.locale = english
    draft.title = ROUNDS[number][3]
    draft.summary = "An invented round: it shows what the screens look like at this stage."
    draft.agreement = AGREEMENT_EN
    for block, row in zip(draft.eligibility, QUESTIONS, strict=True):
        block.value["question"], block.value["explanation"] = row[5], row[6]
    translate(page, draft, english, place=f"sample round {number + 1}")
