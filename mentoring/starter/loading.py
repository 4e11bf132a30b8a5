"""The programme's own pages from data files. Rounds are made by the coordinator, never loaded."""

from pathlib import Path

from mentoring.models import MentoringPage, MentorsIndexPage
from network.content.starter.loading import read
from network.content.starter.pages import PageFile, page_by_key
from network.content.starter.raw import stream

FOLDER = Path(__file__).parent


def page_files() -> list[PageFile]:
    """The programme and the list of mentors, parents first."""
    return [_file("mentoring", MentoringPage, "home"), _file("mentors", MentorsIndexPage, "mentoring")]


def _file(key: str, model, parent: str) -> PageFile:
    def build(data: dict, page) -> None:
        page.title = page.draft_title = data["title"]
        page.short_title, page.slug, page.summary = data.get("short_title", ""), data["slug"], data["summary"]
        page.search_description = data["summary"][:160]
        if "body" in data:
            block = page._meta.get_field("body").stream_block
            page.body = block.to_python(stream(block, data["body"], place=f"page/{key}", resolve=_resolve))

    return PageFile(
        key, model, parent, read(FOLDER / "ru" / f"{key}.toml"), read(FOLDER / "en" / f"{key}.toml"), build
    )


def _resolve(key: str) -> int | None:
    page = page_by_key(key)
    return page.pk if page else None
