"""The public page of a laureate, made of the whitelist at the release; an editor's and a translator's from then on."""

from django.db import transaction
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from network.awards.laureates import laureate_fields
from network.awards.models import AwardRoundPage, DecisionLine, LaureatePage
from network.content.slugs import ascii_slug

# The languages a laureate's page is first made in; an entry in another language stands on the Russian site.
FIRST_LANGUAGES = ("ru", "en")


@transaction.atomic
def publish_laureate(line: DecisionLine) -> LaureatePage | None:
    """Publish the page once, in the entry's language where the site has it, and begin its translation as a draft."""
    entry = line.entry
    done = LaureatePage.objects.filter(snapshot=entry.current_snapshot).first()
    if done:
        return done
    parent = _parent(entry)
    if parent is None:
        return None
    page = LaureatePage(
        locale=parent.locale, outcome=line.outcome, jury_words=line.jury_words, is_sample=entry.is_sample
    )
    for name, value in laureate_fields(entry.page, entry.current_snapshot).items():
        setattr(page, name, value)
    page.slug = _free_slug(parent, page.title, entry.reference)
    page.live = False
    Page.objects.select_for_update().get(pk=parent.pk).add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    _begin_translation(page)
    return page


def _parent(entry) -> AwardRoundPage | None:
    """The round's page in the entry's language, else in Russian, else any."""
    pages = {
        page.locale.language_code: page
        for page in entry.round.pages.live().select_related("locale").order_by("pk")
    }
    wanted = entry.language if entry.language in FIRST_LANGUAGES else FIRST_LANGUAGES[0]
    return pages.get(wanted) or pages.get(FIRST_LANGUAGES[0]) or next(iter(pages.values()), None)


def _free_slug(parent, title: str, reference: str) -> str:
    slug = ascii_slug(title, fallback=reference.lower())
    return f"{slug}-{reference.lower()}" if parent.get_children().filter(slug=slug).exists() else slug


def _begin_translation(page: LaureatePage) -> None:
    """A draft in the other first language, where the round has a page in it: for a translator to go on with."""
    for language in FIRST_LANGUAGES:
        locale = Locale.objects.filter(language_code=language).exclude(pk=page.locale_id).first()
        if locale is None or not page.get_parent().specific.get_translations().filter(locale=locale).exists():
            continue
        source, _made = TranslationSource.update_or_create_from_instance(page)
        translation, _made = Translation.objects.get_or_create(source=source, target_locale=locale)
        translation.save_target(publish=False)
