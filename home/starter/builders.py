"""How each kind of page of ours is built from a data file."""

from datetime import date

from django.utils.text import Truncator

from home.models import HomePage, StandardPage, StoryIndexPage, StoryPage, StoryTag, Way
from network.content.models import Tag
from network.content.starter.ids import fixed_id
from network.content.starter.pages import page_by_key
from network.content.starter.raw import stream


def resolve(key: str) -> int | None:
    page = page_by_key(key)
    return page.pk if page else None


def common(data: dict, page) -> None:
    page.title = data["title"]
    page.draft_title = data["title"]
    page.slug = data["slug"]
    page.summary = data["summary"]
    page.short_title = data.get("short_title", "")
    page.search_description = Truncator(data["summary"]).chars(160)


def body(data: dict, page, place: str, name: str = "body") -> None:
    block = page._meta.get_field(name).stream_block
    setattr(page, name, block.to_python(stream(block, data.get("body", []), place=place, resolve=resolve)))


def home_page(key: str):
    def build(data: dict, page: HomePage) -> None:
        common(data, page)
        page.lead, page.sublead = data["lead"], data["sublead"]
        page.ways = [
            Way(
                translation_key=fixed_id("way", way["code"]),
                locale=page.locale,
                sort_order=number,
                title=way["title"],
                text=way["text"],
                target_id=resolve(way["link"].removeprefix("page:")),
            )
            for number, way in enumerate(data["ways"])
        ]
        body(data, page, f"page/{key}")

    return build


def standard_page(key: str):
    def build(data: dict, page: StandardPage) -> None:
        common(data, page)
        body(data, page, f"page/{key}")

    return build


def story_index(key: str):
    def build(data: dict, page: StoryIndexPage) -> None:
        common(data, page)

    return build


def story(key: str):
    def build(data: dict, page: StoryPage) -> None:
        common(data, page)
        page.date = date.fromisoformat(data["date"])
        body(data, page, f"page/{key}")
        block = page._meta.get_field("sources").stream_block
        rows = [{"type": "source", "key": str(n), **row} for n, row in enumerate(data.get("sources", []))]
        page.sources = block.to_python(stream(block, rows, place=f"page/{key}/sources", resolve=resolve))
        page.tagged_items = [
            StoryTag(tag=tag) for tag in Tag.objects.filter(slug__in=data.get("tags", [])).order_by("slug")
        ]

    return build


KINDS = {
    "home": (HomePage, home_page),
    "standard": (StandardPage, standard_page),
    "story_index": (StoryIndexPage, story_index),
    "story": (StoryPage, story),
}
