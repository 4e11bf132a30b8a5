"""From a sealed entry to the fields of its public page: a whitelist. What is not named here is never published."""

from html import escape

from django.utils.translation import gettext as _
from django.utils.translation import override

from network.content.starter.ids import fixed_id

LONGEST_SUMMARY = 300
# Questions whose answers become the story, each under a heading of its own.
STORY = (
    ("need", lambda: _("Why it was needed")),
    ("cooperation", lambda: _("How the partners worked together")),
    ("activities", lambda: _("What was done")),
    ("results", lambda: _("What came of it")),
    ("innovation", lambda: _("What was new")),
    ("inclusion", lambda: _("Who was not forgotten")),
)


def laureate_fields(page, snapshot) -> dict:
    """Fields of ``LaureatePage`` from the sealed page and its frozen snapshot."""
    answers = snapshot.content.get("answers") or page.answers()
    with override(answers.get("entry_language") if answers.get("entry_language") == "en" else "ru"):
        story = _story(answers, snapshot)
    partners = [row for row in answers.get("partners") or [] if row.get("name")]
    countries = [answers.get("country"), *(row.get("country") for row in partners)]
    return {
        "title": answers["project_title"],
        "draft_title": answers["project_title"],
        "summary": (answers.get("one_line") or "")[:LONGEST_SUMMARY],
        "nomination": answers.get("nomination") or "",
        "countries": list(dict.fromkeys(code for code in countries if code)),
        "organisation": answers.get("organisation") or "",
        "licence": answers.get("licence") or "",
        "cost": answers.get("budget") or "",
        "story": story,
        "partners": [
            {
                "type": "partner",
                "id": str(fixed_id("laureate", snapshot.sha256, "partner", number)),
                "value": {
                    "name": row["name"],
                    "country": row.get("country") or "ZZ",
                    "role": (row.get("role") or "")[:300],
                },
            }
            for number, row in enumerate(partners)
        ],
        "recipe_needs": answers.get("transfer") or "",
        "recipe_beware": answers.get("lessons") or "",
        "snapshot": snapshot,
    }


def _story(answers: dict, snapshot) -> list[dict]:
    """Blocks with fixed ids; people's words are escaped, their line breaks become paragraphs."""
    blocks = []
    for code, title in (("summary", None), *STORY):
        text = answers.get(code)
        if not text:
            continue
        paragraphs = "".join(f"<p>{escape(line.strip())}</p>" for line in text.splitlines() if line.strip())
        heading = f"<h2>{escape(title())}</h2>" if title else ""
        blocks.append(
            {
                "type": "rich_text",
                "id": str(fixed_id("laureate", snapshot.sha256, code)),
                "value": heading + paragraphs,
            }
        )
    return blocks
