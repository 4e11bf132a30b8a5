"""Making and updating one page of the starter content in all languages it is written in."""

from dataclasses import dataclass

from django.db import transaction
from wagtail.models import Locale, Page

from network.content.models import StarterItem
from network.content.starter.ids import fixed_id
from network.content.starter.loading import Report, fingerprint, is_same, is_touched, remember
from network.content.starter.translating import translate


@dataclass(frozen=True)
class PageFile:
    """A page in two files. ``build(data, page)`` sets the fields of an unsaved or saved page from one of them."""

    key: str
    model: type
    parent_key: str
    russian: dict
    english: dict
    build: object


def page_by_key(key: str, language: str = "ru") -> Page | None:
    page = Page.objects.filter(translation_key=fixed_id("page", key), locale__language_code=language).first()
    return page.specific if page else None


@transaction.atomic
def place(file: PageFile) -> None:
    """Make the page as a draft, so that others can link to it before it is complete."""
    if page_by_key(file.key):
        return
    page = file.model(
        translation_key=fixed_id("page", file.key), locale=Locale.objects.get(language_code="ru"), live=False
    )
    file.build(file.russian, page)
    parent = page_by_key(file.parent_key) if file.parent_key else Page.get_first_root_node()
    Page.objects.select_for_update().get(pk=parent.pk).add_child(instance=page)


@transaction.atomic
def load(file: PageFile, report: Report) -> None:
    """Complete and publish a placed page in its languages; what an editor has touched is left alone."""
    sha256 = fingerprint(file.russian, file.english)
    page = page_by_key(file.key)
    known = StarterItem.objects.filter(key=file.key).exists()
    if known and is_touched(file.key, _versions(page)):
        report.left_alone.append(file.key)
        return
    if is_same(file.key, sha256):
        return
    file.build(file.russian, page)
    page.save_revision().publish()
    page = page_by_key(file.key)
    english = Locale.objects.filter(language_code="en").first()
    if english and file.english:
        draft = file.model(
            locale=english,
            translation_key=page.translation_key,
            slug=page.slug,
            path=page.path,
            depth=page.depth,
        )
        file.build(file.english, draft)
        translate(page, draft, english, place=file.key)
    (report.updated if known else report.made).append(file.key)
    remember(file.key, sha256, _versions(page))


def _versions(page):
    return list(page.get_translations(inclusive=True).order_by("locale_id"))
