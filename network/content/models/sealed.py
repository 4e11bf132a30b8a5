from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page

from network.content.models.pages import TreeSafeMixin
from network.content.sealing import NoPermissions

INTAKE_SLUG = "intake"


class SealedPageError(PermissionDenied):
    """A sealed page was about to be shown, copied, moved or translated."""


class IntakePage(TreeSafeMixin, Page):
    """The place beside the sites under which applications and entries lie. Under no Site; nobody edits it."""

    parent_page_types = ["wagtailcore.Page"]
    max_count = 1
    search_fields = []
    is_creatable = False

    class Meta:
        verbose_name = _("intake")
        verbose_name_plural = _("intakes")

    def permissions_for_user(self, user):
        return NoPermissions(user, self)

    def publish(self, *args, **kwargs):
        raise SealedPageError("The intake is never published.")

    def copy_for_translation(self, *args, **kwargs):
        raise SealedPageError("The intake has no languages.")


class SealedPage(Page):
    """A real Wagtail page that is never live: what somebody sent us to be read by its judges or matchers.

    Title and slug are the reference number, the locale is the default one. It
    takes no part in search, API, choosers, reference index or translation.
    What may be seen by whom is decided by the app's own screens, never by
    page permissions: no group has any in the intake.
    """

    parent_page_types = ["content.IntakePage"]
    subpage_types = []
    search_fields = []
    api_fields = []
    wagtail_reference_index_ignore = True
    is_creatable = False
    exclude_fields_in_copy = []

    class Meta:
        abstract = True

    @property
    def reference(self) -> str:
        return self.title

    def save(self, *args, **kwargs):
        if self.live:
            raise SealedPageError("A sealed page is never live.")
        return super().save(*args, **kwargs)

    def permissions_for_user(self, user):
        return NoPermissions(user, self)

    def publish(self, *args, **kwargs):
        raise SealedPageError("A sealed page is never published.")

    def copy(self, *args, **kwargs):
        raise SealedPageError("A sealed page is never copied.")

    def move(self, *args, **kwargs):
        raise SealedPageError("A sealed page stays in the intake.")

    def copy_for_translation(self, *args, **kwargs):
        raise SealedPageError("A sealed page is never translated.")

    @classmethod
    def can_create_at(cls, parent) -> bool:
        """Never from the admin: only the app's own actions make one."""
        return False

    def can_be_translated(self) -> bool:
        return False

    @classmethod
    def get_indexed_objects(cls):
        return cls.objects.none()

    def get_url_parts(self, request=None):
        return None


def intake() -> Page:
    """The intake's base page; made by migration, so it is always there."""
    return Page.objects.get(slug=INTAKE_SLUG, depth=2)


@transaction.atomic
def add_sealed(page: SealedPage) -> SealedPage:
    """Put a sealed page into the intake.

    The *base* page row is locked and added to: locking the specific class
    deadlocks with a publish.
    """
    parent = Page.objects.select_for_update().get(slug=INTAKE_SLUG, depth=2)
    page.live = False
    page.has_unpublished_changes = True
    page.slug = page.title.lower()
    page.locale = Locale.objects.get(pk=parent.locale_id)
    return parent.add_child(instance=page)
