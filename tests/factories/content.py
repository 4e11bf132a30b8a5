"""Pages for tests: a front page in each language and what stands under it."""

from datetime import date
from io import BytesIO
from itertools import count

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.models import Locale, Page, Site

from home.models import HomePage, StandardPage, StoryIndexPage, StoryPage
from network.content.models import SiteImage, SiteTexts

numbers = count(1)


def locale(code: str) -> Locale:
    return Locale.objects.get_or_create(language_code=code)[0]


def make_site() -> tuple[HomePage, HomePage]:
    """Front pages in Russian and English, published, the site pointing to the Russian one."""
    Page.objects.filter(depth=2, slug="home").delete()
    root = Page.objects.get(depth=1)
    russian = root.add_child(
        instance=HomePage(title="Библиотечные диалоги", slug="home", lead="Два голоса", locale=locale("ru"))
    )
    Site.objects.all().delete()
    Site.objects.create(hostname="testserver", root_page=russian, is_default_site=True)
    english = russian.copy_for_translation(locale("en"))
    english.title, english.lead, english.slug = "Library Dialogues", "Two voices", "home-en"
    english.live = True
    english.save()
    for home, name in ((russian, "Библиотечные диалоги"), (english, "Library Dialogues")):
        SiteTexts.objects.create(locale=home.locale, name=name, translation_key=russian.translation_key)
    return HomePage.objects.get(pk=russian.pk), HomePage.objects.get(pk=english.pk)


def standard_page(parent, title: str, *, text: str = "", **fields) -> StandardPage:
    page = StandardPage(title=title, locale=parent.locale, body=rich(text), **fields)
    parent.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def stories(home) -> StoryIndexPage:
    index = StoryIndexPage(title="Истории", slug="stories", locale=home.locale)
    return home.add_child(instance=index)


def story(index, title: str, *, text: str = "Текст.", on: date = date(2026, 11, 1), **fields) -> StoryPage:
    page = StoryPage(
        title=title, slug=f"story-{next(numbers)}", date=on, locale=index.locale, body=rich(text), **fields
    )
    index.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def rich(text: str) -> list:
    return [
        {
            "type": "rich_text",
            "value": f"<p>{text}</p>",
            "id": f"00000000-0000-4000-8000-{next(numbers):012d}",
        }
    ]


def picture_file(name: str = "p.jpg", kind: str = "JPEG", size=(40, 30), **save) -> ContentFile:
    out = BytesIO()
    Image.new("RGB", size, "teal").save(out, format=kind, **save)
    return ContentFile(out.getvalue(), name=name)


def image(**fields) -> SiteImage:
    return SiteImage.objects.create(title="Читальный зал", file=picture_file(), **fields)
