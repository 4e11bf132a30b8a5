"""What the lowest floor listens to: Django's and Wagtail's signals that something public changed."""

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, TranslatableMixin
from wagtail.signals import page_published, page_unpublished, post_page_move

from network.content.pagecache import forget_pages

# Models whose rows are seen on public pages though they are not pages.
SEEN = set()


def seen_in_public(model):
    """Class decorator: a change of such a row is a change of public pages."""
    SEEN.add(model)
    return model


def connect():
    from wagtail.contrib.redirects.models import Redirect
    from wagtail.models import Locale, PageViewRestriction, Site

    from network.content.models import SiteImage, Tag, TagLabel
    from network.content.models.texts import FooterLink, MenuLink

    SEEN.update({Redirect, Locale, PageViewRestriction, Site, SiteImage, Tag, TagLabel, MenuLink, FooterLink})
    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(_page_changed, dispatch_uid=f"network.content.{id(signal)}")
    post_save.connect(_row_changed, dispatch_uid="network.content.saved")
    post_delete.connect(_row_changed, dispatch_uid="network.content.deleted")


def _page_changed(sender, **kwargs):
    forget_pages()


def _row_changed(sender, instance, **kwargs):
    if isinstance(instance, Page):
        # Drafts and sealed pages are not seen by anybody outside.
        if instance.live:
            forget_pages()
    elif sender in SEEN or isinstance(instance, TranslatableMixin):
        forget_pages()
