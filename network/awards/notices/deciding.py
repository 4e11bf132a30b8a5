"""Letters about decisions: to those who approve, then to every entrant."""

from network.awards.models import Decision, DecisionLine, Entry, LaureatePage
from network.awards.notices.readers import authors, reader, write
from network.members.notices import site_url
from network.members.roles import Role, members_of


def proposed(decision: Decision, *, by, at) -> None:
    """A proposal waits. The letter names no entry."""
    seen = {by.pk}
    for role in (Role.AWARD_CHAIR, Role.AWARD_SECRETARY):
        for user in members_of(role):
            if user.pk in seen:
                continue
            seen.add(user.pk)
            to = reader(user)
            write(
                "decision_proposed",
                to,
                context={
                    "round": decision.round,
                    "nomination": decision.nomination,
                    "by": by,
                    "url": site_url(
                        "awards_desk:decisions", decision.round.code.lower(), language=to.language
                    ),
                },
                at=at,
            )


def feedback_url(entry: Entry, language: str) -> str:
    return site_url("awards:feedback", entry.reference, language=language)


def result_context(line: DecisionLine, to, *, page_url: str = "") -> dict:
    """What a letter of the results needs: the same for the preview and for the real one."""
    entry = line.entry
    page = entry.round.page(to.language)
    titles = page.nomination_titles() if page else {}
    return {
        "entry": entry,
        "round": entry.round,
        "round_title": page.title if page else entry.round.name,
        "nomination": titles.get(entry.nomination.code) or entry.nomination.name,
        "line": line,
        "outcome": line.outcome,
        "feedback": line.feedback,
        "reader": to,
        "url": feedback_url(entry, to.language),
        "page_url": page_url,
    }


def page_url(entry: Entry) -> str:
    """The public page made of what was sent last, once there is one."""
    page = LaureatePage.objects.live().filter(snapshot=entry.current_snapshot_id).order_by("pk").first()
    return (page.full_url or "") if page else ""


def result(line: DecisionLine, *, at) -> None:
    """To each author, once; kindly, with where the feedback and the certificate are."""
    for to in authors(line.entry):
        write(
            "result",
            to,
            context=result_context(line, to, page_url=page_url(line.entry)),
            at=at,
            once_key=f"awards.result:{line.entry_id}:{to.user.pk}",
        )
