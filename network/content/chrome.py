"""What surrounds every page: name, menus, languages. One lazy object in every template."""

from dataclasses import dataclass, replace

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, F, Value
from django.db.models.functions import Coalesce, NullIf
from django.urls import reverse
from django.utils.functional import SimpleLazyObject, cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from network.content import pagecache
from network.content.models import BasePage, SiteTexts
from network.content.models.texts import FooterLink, MenuLink


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
    """Reads once, when a template first asks: three queries, none when nothing was published since."""

    def __init__(self, request):
        self.request = request
        self.language = get_language() or settings.LANGUAGE_CODE
        self.page = getattr(request, "current_page", None)

    @cached_property
    def _surroundings(self) -> tuple:
        """The site's texts and both menus."""
        return pagecache.read_once(("chrome", self.request.get_host(), self.language), self._read)

    def _read(self) -> tuple:
        texts = self._read_texts()
        return texts, self._read_menus(texts)

    @property
    def _texts(self):
        return self._surroundings[0]

    @cached_property
    def _menus(self) -> dict[str, list[Link]]:
        path = self.request.path
        return {
            where: [replace(link, is_current=path.startswith(link.url)) for link in links]
            for where, links in self._surroundings[1].items()
        }

    def _read_texts(self):
        wanted = {self.language, settings.LANGUAGE_CODE}
        texts = SiteTexts.objects.filter(locale__language_code__in=wanted).select_related("locale")
        by_language = {text.locale.language_code: text for text in texts}
        return by_language.get(self.language) or by_language.get(settings.LANGUAGE_CODE)

    def _read_menus(self, texts) -> dict[str, list[Link]]:
        """Both menus: live pages in the reader's language, under their short titles."""
        if not texts:
            return {}
        rows = sorted(_rows(MenuLink, texts, "menu").union(_rows(FooterLink, texts, "footer"), all=True))
        types = {ContentType.objects.get_for_id(row[3]).model_class() for row in rows}
        pages = {
            page.translation_key: page
            for page in Page.objects.live()
            .filter(translation_key__in={row[2] for row in rows}, locale__language_code=self.language)
            .annotate(own_short_title=_short_title(types))
        }
        menus: dict[str, list[Link]] = {}
        for where, _order, key, _type in rows:
            if page := pages.get(key):
                link = Link(page.own_short_title or page.title, page.get_url(self.request))
                menus.setdefault(where, []).append(link)
        return menus

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
        return self._menus.get("menu", [])

    @cached_property
    def footer_menu(self) -> list[Link]:
        return self._menus.get("footer", [])

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


def _rows(links, texts, where: str):
    """Place, order, page and kind of page of each link, plain, so that two tables can be read at once."""
    return (
        links.objects.filter(texts=texts)
        .order_by()
        .annotate(where=Value(where, output_field=CharField()), order=Coalesce("sort_order", 0))
        .values_list("where", "order", "page__translation_key", "page__content_type_id")
    )


def _short_title(types):
    """The short title, which stands in the table of each kind of page."""
    own = [
        NullIf(F(f"{kind._meta.get_field('page_ptr').related_query_name()}__short_title"), Value(""))
        for kind in types
        if kind and issubclass(kind, BasePage)
    ]
    return Coalesce(*own, Value(""), output_field=CharField()) if own else Value("", output_field=CharField())


def swap_language(path: str, code: str) -> str:
    """The same address under another language's prefix; the front page when it has none."""
    parts = path.split("/", 2)
    if len(parts) == 3 and parts[1] in dict(settings.LANGUAGES):
        return f"/{code}/{parts[2]}"
    return f"/{code}/"
