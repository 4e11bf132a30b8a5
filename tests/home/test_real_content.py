"""The content as a real association gets it, loaded whole and once: every page answers, the promises hold on it."""

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site
from wagtail_localize.models import Translation

from courses.models import LessonPage
from network.content import pagecache

# Uncached, once the surroundings of a page were read: design, part 7.
BUDGETS = {
    "/{}/": 12,
    "/{}/courses/library-dialogue/": 12,
    "/{}/stories/": 10,
    "/{}/mentoring/": 12,
    "/{}/awards/": 10,
    "/{}/exercises/": 10,
}


def queries_of(address: str) -> int:
    Client().get(address)
    pagecache.STORE.clear()
    with CaptureQueriesContext(connection) as queries:
        assert Client().get(address).status_code == 200, address
    return len(queries)


def test_everything_is_there_in_both_languages_and_keeps_its_promises(
    db, settings, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        call_command("setup", no_administrator=True, verbosity=0)
    settings.PAGE_CACHE = True
    Site.objects.update(hostname="testserver", port=80)
    Site.clear_site_root_paths_cache()

    lessons = {
        code: LessonPage.objects.live().filter(locale__language_code=code).count() for code in ("ru", "en")
    }
    assert lessons == {"ru": 28, "en": 28}

    progress = [(one.source.object_repr, one.get_progress()) for one in Translation.objects.all()]
    assert [name for name, (all_of_them, done) in progress if all_of_them != done] == []

    answers = {
        page.get_url(): Client().get(page.get_url()).status_code
        for page in Page.objects.live().filter(depth__gte=2, locale__language_code__in=["ru", "en"])
        if page.get_url()
    }
    assert {address: status for address, status in answers.items() if status != 200} == {}
    assert len(answers) > 100

    counts = {
        address.format(code): queries_of(address.format(code)) for code in ("ru", "en") for address in BUDGETS
    }
    most = {address.format(code): budget for code in ("ru", "en") for address, budget in BUDGETS.items()}
    assert {address: count for address, count in counts.items() if count > most[address]} == {}
    assert Page.find_problems() == ([], [], [], [], [])
