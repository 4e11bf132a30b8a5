"""Reads for the front page, the stories and the tag pages."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from home.models import StoryPage
from network.content.paging import paged

STORIES_ON_A_PAGE = 12
NEWS = 6


@dataclass(frozen=True)
class Item:
    """One line of a catalogue list; ``lang`` is set when it is not in the reader's language."""

    kind: str
    date: date | None
    title: str
    summary: str
    url: str
    lang: str = ""


def ways(home, request) -> list[dict]:
    """The ways in, each with the note its own programme gives."""
    from home.news import note_for

    found = list(home.ways.select_related("target"))
    keys = [way.target.translation_key for way in found if way.target]
    local = {
        page.translation_key: page
        for page in Page.objects.live().filter(translation_key__in=keys, locale_id=home.locale_id)
    }
    answer = []
    for way in found:
        page = local.get(way.target.translation_key) if way.target else None
        answer.append(
            {
                "title": way.title,
                "text": way.text,
                "url": page.get_url(request) if page else "",
                "note": note_for(page.specific_deferred) if page else "",
            }
        )
    return answer


def news(language: str, request) -> list[Item]:
    """What is happening now: stories first; one in another language carries its mark."""
    return story_items(_stories(language)[:NEWS], language, request)


def story_list(index, request) -> dict:
    language = index.locale.language_code
    page = paged(_stories(language), request, STORIES_ON_A_PAGE)
    return {"stories": story_items(page.object_list, language, request), "page_obj": page}


def stories_tagged(tag, language: str, request):
    page = paged(_stories(language).filter(tagged_items__tag=tag), request, STORIES_ON_A_PAGE)
    return {"stories": story_items(page.object_list, language, request), "page_obj": page}


def _stories(language: str):
    """Live stories, each once: in the reader's language where it exists, else in its own."""
    here = StoryPage.objects.live().filter(locale__language_code=language)
    elsewhere = (
        StoryPage.objects.live()
        .filter(locale__language_code__in=dict(settings.LANGUAGES))
        .exclude(locale__language_code=language)
        .exclude(translation_key__in=here.values("translation_key"))
    )
    return (
        (
            StoryPage.objects.filter(pk__in=here.values("pk"))
            | StoryPage.objects.filter(pk__in=elsewhere.values("pk"))
        )
        .select_related("locale")
        .defer_streamfields()
        .order_by("-date", "-pk")
    )


def story_items(stories, language: str, request) -> list[Item]:
    return [
        Item(
            kind=_("Story"),
            date=story.date,
            title=story.title,
            summary=story.summary,
            url=story.get_url(request),
            lang="" if story.locale.language_code == language else story.locale.language_code,
        )
        for story in stories
    ]


def tag_links(story, request) -> list[tuple[str, str]]:
    tags = story.tags.prefetch_related("labels")
    return [(tag.label(), reverse("home:tag", args=[tag.slug])) for tag in tags]
