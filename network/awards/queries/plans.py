"""The scoring plan of a round: as it would be frozen now, or as it was frozen."""

import hashlib
import json

from network.awards.answers import canonical
from network.awards.models import AwardRound, ScoringPlan

# The rules of counting have a number: a plan names the ones it was made for.
RULES = "contracts/scoring 1"
TIES = ["head_to_head", "heaviest_criterion", "recorded_vote", "shared"]


def plan_body(round: AwardRound) -> str:
    """Canonical JSON of what decides how scores become ranks, with the words the jurors read beside each criterion."""
    words = {
        page.locale.language_code: page.criterion_texts()
        for page in round.pages.live().select_related("locale")
    }
    return canonical(
        {
            "round": round.code,
            "rules": RULES,
            "scale": [round.scale_low, round.scale_high],
            "min_reviews": round.min_reviews,
            "criteria": [
                {"code": one.code, "weight": one.weight, "required": one.required}
                for one in round.criteria.all()
            ],
            "ties": TIES,
            "words": {
                language: {
                    code: [text["title"], text["question"], *map(list, text["anchors"])]
                    for code, text in texts.items()
                }
                for language, texts in sorted(words.items())
            },
        }
    )


def sha256_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def plan_of(round: AwardRound) -> dict:
    """The frozen plan; before that, what it would be."""
    frozen = ScoringPlan.objects.filter(round=round).first()
    return json.loads(frozen.body if frozen else plan_body(round))


def criteria_for(round: AwardRound, plan: dict | None = None) -> list[dict]:
    """Criteria with weights of the plan and words in the reader's language, in order."""
    plan = plan or plan_of(round)
    page = round.page()
    texts = page.criterion_texts() if page else {}
    names = {one.code: one.name for one in round.criteria.all()}
    return [
        {
            **one,
            "title": texts.get(one["code"], {}).get("title") or names.get(one["code"], one["code"]),
            "question": texts.get(one["code"], {}).get("question", ""),
            "anchors": texts.get(one["code"], {}).get("anchors", []),
        }
        for one in plan["criteria"]
    ]
