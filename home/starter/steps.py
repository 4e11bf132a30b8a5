"""Everything `setup` does, in order; each step may be run again."""

from collections.abc import Callable

from django.conf import settings
from django.core.management import call_command
from wagtail.models import Locale

from courses.starter import loading as courses
from home.starter import site
from mentoring.starter import loading as mentoring
from network.awards.starter import loading as awards
from network.content.starter.loading import Report
from network.content.starter.pages import load, place
from network.members.groups import make_groups


def make_locales(report: Report) -> None:
    for code, _name in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)


def all_files():
    """Pages of every part, parents before children."""
    own = site.page_files()
    return [own[0], *courses.page_files(), *mentoring.page_files(), *awards.page_files(), *own[1:]]


def load_content(report: Report, say: Callable[[str], None]) -> None:
    """Tags, pages in all languages, menus."""
    site.load_tags()
    courses.load_glossary(report)
    site.step_aside()
    files = all_files()
    for file in files:
        place(file)
        if file.key == "home":
            site.make_root()
    for number, file in enumerate(files, start=1):
        say(f"{number}/{len(files)} {file.key}")
        load(file, report)
    site.load_texts(report)


def run(report: Report, say: Callable[[str], None]) -> None:
    make_locales(report)
    load_content(report, say)
    make_groups()
    call_command("update_index", verbosity=0)
    call_command("rebuild_references_index", verbosity=0)
