"""What surrounds every page: name, menus, languages. One lazy object in every template."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.functional import SimpleLazyObject, cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from network.content.models import SiteTexts


@dataclass(frozen=True)
class Link:
    title: str
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class Language:
    code: str
    name: str
    url: str
    is_current: bool
    is_translated: bool


def chrome(request):
    return {"chrome": SimpleLazyObject(lambda: Chrome(request))}


class Chrome:
    """Reads once, when a template first asks. At most four queries."""

    def __init__(self, request):
        self.request = request
        self.language = get_language() or settings.LANGUAGE_CODE
        self.page = getattr(request, "current_page", None)

    @cached_property
    def _texts(self):
        texts = SiteTexts.objects.select_related("locale").prefetch_related(
            "menu_links__page", "footer_links__page"
        )
        by_language = {text.locale.language_code: text for text in texts}
        return by_language.get(self.language) or by_language.get(settings.LANGUAGE_CODE)

    @cached_property
    def _pages(self):
        """Live pages of the menus in the reader's language, by translation key."""
        if not self._texts:
            return {}
        links = [*self._texts.menu_links.all(), *self._texts.footer_links.all()]
        keys = {link.page.translation_key for link in links}
        pages = Page.objects.live().filter(translation_key__in=keys, locale__language_code=self.language)
        return {page.translation_key: page for page in pages.specific()}

    def _links(self, links) -> list[Link]:
        path = self.request.path
        found = []
        for link in links:
            page = self._pages.get(link.page.translation_key)
            if page:
                url = page.get_url(self.request)
                found.append(Link(page.menu_title, url, path.startswith(url)))
        return found

    @property
    def site_name(self) -> str:
        return self._texts.name if self._texts else settings.WAGTAIL_SITE_NAME

    @property
    def tagline(self) -> str:
        return self._texts.tagline if self._texts else ""

    @property
    def footer_text(self) -> str:
        return self._texts.footer_text if self._texts else ""

    @property
    def address(self) -> str:
        return self._texts.address if self._texts else ""

    @cached_property
    def menu(self) -> list[Link]:
        return self._links(self._texts.menu_links.all()) if self._texts else []

    @cached_property
    def footer_menu(self) -> list[Link]:
        return self._links(self._texts.footer_links.all()) if self._texts else []

    @cached_property
    def languages(self) -> list[Language]:
        """Every published language; where this page is not translated, its nearest translated ancestor."""
        urls = getattr(self.request, "language_urls", None)
        found = []
        for code, name in settings.LANGUAGES:
            if urls is not None:
                url, translated = urls.get(code, (f"/{code}/", False))
            else:
                url, translated = swap_language(self.request.get_full_path(), code), True
            found.append(Language(code, name, url, code == self.language, translated))
        return found

    @property
    def home_url(self) -> str:
        return f"/{self.language}/"

    @property
    def search_url(self) -> str:
        return reverse("content:search")

    @property
    def is_signed_in(self) -> bool:
        user = getattr(self.request, "user", None)
        return bool(user and user.is_authenticated)

    @property
    def account_url(self) -> str:
        return reverse("members:home") if self.is_signed_in else reverse("account_login")

    @property
    def account_label(self) -> str:
        return _("My network") if self.is_signed_in else _("Sign in")

    @property
    def error_report_url(self) -> str:
        return f"{reverse('content:report_error')}?page={self.request.path}"


def swap_language(path: str, code: str) -> str:
    """The same address under another language's prefix; the front page when it has none."""
    parts = path.split("/", 2)
    if len(parts) == 3 and parts[1] in dict(settings.LANGUAGES):
        return f"/{code}/{parts[2]}"
    return f"/{code}/"
