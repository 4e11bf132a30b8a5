"""The association's own pages: order of loading, menus, vocabulary."""

from pathlib import Path

from wagtail.models import Locale, Page, Site

from home.starter.builders import KINDS
from network.content.addresses import point_site
from network.content.models import FooterLink, MenuLink, SiteTexts, Tag, TagLabel
from network.content.starter.ids import fixed_id
from network.content.starter.loading import Report, fingerprint, is_same, is_touched, read, remember
from network.content.starter.pages import PageFile, page_by_key
from network.content.starter.translating import translate

FOLDER = Path(__file__).parent
MENU = ["courses", "mentoring", "awards", "stories"]
FOOTER = [
    "about",
    "how-mentoring-works",
    "how-the-award-works",
    "contacts",
    "who-can-see-my-data",
    "privacy",
    "accessibility",
]
ORDER = {"home": 0, "story_index": 1, "standard": 2, "story": 3}


def load_tags() -> None:
    for row in read(FOLDER / "tags.toml")["tag"]:
        tag, _ = Tag.objects.get_or_create(slug=row["code"], defaults={"name": row["ru"]})
        for language in ("ru", "en"):
            TagLabel.objects.get_or_create(tag=tag, language=language, defaults={"text": row[language]})


def page_files() -> list[PageFile]:
    files = []
    for path in sorted((FOLDER / "pages" / "ru").glob("*.toml")):
        russian = read(path)
        english = FOLDER / "pages" / "en" / path.name
        model, builder = KINDS[russian["template"]]
        files.append(
            PageFile(
                key=path.stem,
                model=model,
                parent_key=russian["parent"],
                russian=russian,
                english=read(english) if english.exists() else {},
                build=builder(path.stem),
            )
        )
    return sorted(files, key=lambda file: (ORDER[file.russian["template"]], file.key))


def step_aside() -> None:
    """Wagtail's own welcome page lends us its slug until it is gone."""
    for page in Page.objects.filter(depth=2, slug="home"):
        if type(page.specific) is Page:
            page.slug = "welcome"
            page.save()


def make_root() -> None:
    """Make way for our front page: Wagtail's own welcome page goes, the site points to ours, at its public address."""
    home = page_by_key("home")
    site, _ = Site.objects.get_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": home, "site_name": ""}
    )
    if site.root_page_id != home.pk:
        welcome = site.root_page
        site.root_page = home
        site.save()
        if type(welcome.specific) is Page:
            welcome.delete()
    point_site()


def load_texts(report: Report) -> None:
    """Name, menus and footer in both languages."""
    data = {language: read(FOLDER / f"texts-{language}.toml") for language in ("ru", "en")}
    sha256 = fingerprint(data["ru"], data["en"])
    key = fixed_id("texts")
    versions = list(SiteTexts.objects.filter(translation_key=key).order_by("locale_id"))
    if versions and (is_same("texts", sha256) or is_touched("texts", versions)):
        if is_touched("texts", versions):
            report.left_alone.append("texts")
        return
    russian = Locale.objects.get(language_code="ru")
    texts = SiteTexts.objects.filter(translation_key=key, locale=russian).first() or SiteTexts(
        translation_key=key, locale=russian
    )
    _fill(texts, data["ru"])
    texts.menu_links = [MenuLink(page=page, sort_order=n) for n, page in enumerate(_existing(MENU))]
    texts.footer_links = [FooterLink(page=page, sort_order=n) for n, page in enumerate(_existing(FOOTER))]
    texts.save()
    english = Locale.objects.filter(language_code="en").first()
    if english:
        draft = SiteTexts(translation_key=key, locale=english)
        _fill(draft, data["en"])
        translate(texts, draft, english, place="texts")
    (report.updated if versions else report.made).append("texts")
    remember("texts", sha256, SiteTexts.objects.filter(translation_key=key).order_by("locale_id"))


def _fill(texts: SiteTexts, data: dict) -> None:
    for name in ("name", "tagline", "footer_text", "address"):
        setattr(texts, name, data.get(name, ""))


def _existing(keys):
    return [page.page_ptr for page in (page_by_key(key) for key in keys) if page]
