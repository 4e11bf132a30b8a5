"""What the pages of the sample rounds say, in both languages."""

NOMINATIONS = {
    "together": {
        "ru": ("Лучший совместный проект", "Для проектов, где обе стороны делали и решали поровну."),
        "en": ("Best joint project", "For projects in which both sides shared the work and the decisions."),
    },
    "small": {
        "ru": ("Малая библиотека, большой мост", "Для библиотек, где работают не больше пяти человек."),
        "en": ("Small library, long bridge", "For libraries with a staff of up to five."),
    },
}

# Code: weight, whether it must be scored, then words: title, question, anchors by score.
CRITERIA = {
    "cooperation": (25, True, {
        "ru": ("Равное партнёрство", "Решали ли и делали ли обе стороны вместе?", {1: "Вторая сторона дала имя.", 5: "Работу поделили, решала одна сторона.", 10: "Решали вместе; без любой из сторон ничего бы не вышло."}),
        "en": ("Equal partnership", "Did both sides decide and act together?", {1: "The other side lent its name.", 5: "The work was shared, one side decided.", 10: "They decided together; without either side there would be nothing."}),
    }),
    "impact": (25, True, {
        "ru": ("Что изменилось для людей", "Для кого что изменилось и чем это подтверждено?", {1: "Изменения названы, но не показаны.", 5: "Есть числа или голоса.", 10: "Числа и голоса сходятся, видно, откуда они."}),
        "en": ("What changed for people", "What changed, for whom, and how do we know?", {1: "Changes are claimed, not shown.", 5: "There are figures or voices.", 10: "Figures and voices agree, and one sees where they come from."}),
    }),
    "innovation": (15, False, {
        "ru": ("Новое", "Что здесь сделано впервые или иначе?", {1: "Обычная форма.", 5: "Знакомое применено по-новому.", 10: "Так ещё не делали."}),
        "en": ("What is new", "What was done for the first time, or otherwise?", {1: "The usual form.", 5: "Something known put to a new use.", 10: "Nobody has done it this way."}),
    }),
    "inclusion": (15, False, {
        "ru": ("Кого не забыли", "Позвали ли тех, кого легко забыть?", {1: "Об этом не думали.", 5: "Сделали доступным.", 10: "Делали вместе с ними."}),
        "en": ("Who was not forgotten", "Were those invited who are easily forgotten?", {1: "Nobody thought of it.", 5: "It was made accessible.", 10: "It was made with them."}),
    }),
    "transfer": (20, False, {
        "ru": ("Смогут ли повторить", "Хватит ли написанного, чтобы сделать то же у себя?", {1: "Ясно только, что получилось.", 5: "Понятны шаги.", 10: "Есть рецепт с ценой, сроками и ошибками."}),
        "en": ("Can others repeat it", "Is what is written enough to do it at home?", {1: "One sees only the result.", 5: "The steps are clear.", 10: "There is a recipe with costs, times and mistakes."}),
    }),
}  # fmt: skip

TITLES = {
    "ru": "Мост года, {year}{mark} (образец)",
    "en": "Bridge of the Year, {year}{mark} (sample)",
}
SUMMARIES = {
    "ru": "Раунд-образец с вымышленными заявками: показывает, как выглядит премия, когда {phase}.",
    "en": "A sample round with invented entries: it shows the award when {phase}.",
}
PHASES = {
    "preparing": {"ru": "раунд готовится", "en": "a round is being prepared"},
    "called": {"ru": "принимаются заявки", "en": "entries are taken"},
    "screening": {"ru": "секретарь проверяет заявки", "en": "the secretary is screening"},
    "judging": {"ru": "читает жюри", "en": "the jury is reading"},
    "deciding": {"ru": "жюри решает", "en": "the jury is deciding"},
    "released": {"ru": "результаты объявлены", "en": "the results are public"},
}
JURY = {
    "ru": "<p>Состав жюри объявляем до начала чтения. В этом раунде жюри вымышленное.</p>",
    "en": "<p>The jury is named before it begins to read. The jury of this round is invented.</p>",
}
