"""The award's own pages from data files. Rounds are made by the secretary, never loaded."""

from pathlib import Path

from network.awards.models import AwardPage, AwardsIndexPage
from network.content.starter.loading import read
from network.content.starter.pages import PageFile, page_by_key
from network.content.starter.raw import stream

FOLDER = Path(__file__).parent


def page_files() -> list[PageFile]:
    """The index and the award, parents first."""
    return [_file("awards", AwardsIndexPage, "home"), _file("bridge-of-the-year", AwardPage, "awards")]


def _file(key: str, model, parent: str) -> PageFile:
    def build(data: dict, page) -> None:
        page.title = page.draft_title = data["title"]
        page.short_title, page.slug, page.summary = data.get("short_title", ""), data["slug"], data["summary"]
        page.search_description = data["summary"][:160]
        if "regulations" in data:
            page.regulations = data["regulations"]
        block = page._meta.get_field("body").stream_block
        page.body = block.to_python(
            stream(block, data.get("body", []), place=f"page/{key}", resolve=_resolve)
        )

    return PageFile(
        key, model, parent, read(FOLDER / "ru" / f"{key}.toml"), read(FOLDER / "en" / f"{key}.toml"), build
    )


def _resolve(key: str) -> int | None:
    page = page_by_key(key)
    return page.pk if page else None
