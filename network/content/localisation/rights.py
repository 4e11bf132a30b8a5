"""May this person do this to that translation now? A sentence, or None."""

from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.snippets.permissions import user_can_edit_snippet_type

from network.content.localisation.progress import progress_of


def works_in(user, locale: Locale) -> bool:
    """Whether she may edit pages of this language at all; snippets have no rights of their own by language."""
    if user.is_superuser:
        return True
    return (
        PagePermissionPolicy()
        .instances_user_has_permission_for(user, "change")
        .filter(locale=locale)
        .exists()
    )


def edits_snippets_in(user, locale: Locale) -> bool:
    """Whether her rights over a kind of snippet reach this language.

    Who edits pages in some languages has the same languages here; who edits no
    page at all (an administrator of the menus) is not limited by language.
    """
    pages = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    return works_in(user, locale) or not pages.exists()


def why_not_submit_page(page: Page, *, by, locales, with_subtree: bool) -> str | None:
    """Why this page cannot be sent for translation into these languages."""
    own = page.permissions_for_user(by)
    if not page.live:
        return _("Publish this page first: a draft is not translated.")
    if not (own.can_edit() or works_in_any(by, locales)):
        return _("You have no right to translate this page.")
    if with_subtree and not own.can_edit() and page.get_descendants().not_live().exists():
        return _("Some pages below are drafts. Translate the published ones one by one.")
    parent = page.get_parent()
    for locale in locales:
        target = parent if parent.is_root() else parent.get_translation_or_none(locale)
        if target is None:
            return _("Its parent page has no version in %(language)s yet. Translate that one first.") % {
                "language": locale.get_display_name()
            }
        own = target.permissions_for_user(by)
        # A translator may change pages of her language; that lets her begin one, not make another.
        if parent.is_root() or not (own.can_add_subpage() or own.can_edit()):
            return _("You have no right to translate into %(language)s.") % {
                "language": locale.get_display_name()
            }
    return None


def works_in_any(user, locales) -> bool:
    return any(works_in(user, locale) for locale in locales)


def why_not_submit_snippet(snippet, *, by, locales) -> str | None:
    if not user_can_edit_snippet_type(by, type(snippet)):
        return _("You have no right to edit this.")
    for locale in locales:
        if not works_in(by, locale):
            return _("You have no right to translate into %(language)s.") % {
                "language": locale.get_display_name()
            }
    return None


def why_not_touch(translation, *, by) -> str | None:
    """Why this translation may not be edited: strings, overrides, PO files, machine translation, stopping."""
    target = translation.get_target_instance()
    if isinstance(target, Page):
        allowed = target.permissions_for_user(by).can_edit()
    else:
        allowed = user_can_edit_snippet_type(by, type(target)) and edits_snippets_in(
            by, translation.target_locale
        )
    if allowed:
        return None
    return _("You have no right to translate into %(language)s.") % {
        "language": translation.target_locale.get_display_name()
    }


def why_not_update(source, *, by, publish: bool) -> str | None:
    """Why the translations of this source may not all be brought up to date by her.

    Publishing at once needs the right to publish in each language and no
    sentence without its translation: it would stand there in the language of
    the source.
    """
    for translation in source.translations.filter(enabled=True).select_related("target_locale"):
        if refusal := why_not_touch(translation, by=by):
            return refusal
        if not publish:
            continue
        target = translation.get_target_instance()
        if isinstance(target, Page) and not target.permissions_for_user(by).can_publish():
            return _("You have no right to publish in %(language)s.") % {
                "language": translation.target_locale.get_display_name()
            }
        missing = progress_of(translation).missing
        if missing:
            return _(
                "In %(language)s %(missing)s sentences are not translated yet. "
                "Update without publishing, translate them, then publish that page."
            ) % {"language": translation.target_locale.get_display_name(), "missing": missing}
    return None
