"""Experiment 4 of the research: nobody who is not entitled finds more of an entry than its number, on any surface."""

import pytest
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from network.awards.models import SubmissionPage
from network.members.roles import Role, translator
from tests.factories import awards as make

pytestmark = pytest.mark.django_db

MARKS = ("Zweigbibliothek", "zweig@example.org", "Mirabilis", "Kontaktperson", "Teammitglied")


@pytest.fixture
def entry():
    """An admitted entry whose every part holds a word that occurs nowhere else."""
    return make.admitted(
        project_title="Mirabilis: книга через границу",
        one_line="Mirabilis в одном предложении",
        summary="Mirabilis и переписка.",
        organisation="Zweigbibliothek",
        contact_name="Kontaktperson",
        contact_email="zweig@example.org",
        team=[{"name": "Teammitglied", "part": "", "organisation": ""}],
    )


ACTORS = {
    "anonymous": None,
    "member": "",
    "editor": Role.EDITOR,
    "second editor": Role.SECOND_EDITOR,
    "translator": translator("en"),
    "juror": Role.JUROR,
    "coordinator": Role.COORDINATOR,
    "administrator": Role.ADMINISTRATOR,
}


def surfaces(entry):
    """Every address at which Wagtail, its neighbours or we might show a page or a record of it."""
    page, home = entry.page, Page.objects.get(depth=1)
    intake = page.get_parent()
    public = [
        "/ru/", "/en/", "/sitemap.xml", "/ru/search/?q=Mirabilis", "/en/search/?q=Zweigbibliothek",
        f"/ru/{page.slug}/", f"/{page.slug}/", f"/intake/{page.slug}/", f"/ru/intake/{page.slug}/", "/ru/stories/feed/",
        "/api/v2/pages/", f"/api/v2/pages/{page.pk}/", "/api/v3/pages/",
    ]  # fmt: skip
    own = [
        reverse("awards:entry", args=[entry.reference]),
        reverse("awards:part", args=[entry.reference, "project"]),
        reverse("awards:preview", args=[entry.reference]),
        reverse("awards:send", args=[entry.reference]),
        reverse("awards:receipt", args=[entry.reference, 1]),
        reverse("awards:frozen_text", args=[entry.reference, 1]),
        reverse("awards:authors", args=[entry.reference]),
        reverse("awards:files", args=[entry.reference]),
        reverse("awards:withdraw", args=[entry.reference]),
        reverse("awards:mine"),
        reverse("members:home"),
    ]
    desk = [
        reverse("awards_desk:entries") + "?q=Mirabilis",
        reverse("awards_desk:entry", args=[entry.reference]),
        reverse("awards_desk:round", args=["a27"]),
        reverse("awards_desk:csv"),
        reverse("awards_desk:xlsx"),
        reverse("awardround:index"),
    ]
    admin = [
        "/admin/", "/admin/pages/", f"/admin/pages/{home.pk}/", f"/admin/pages/{intake.pk}/", f"/admin/pages/{page.pk}/",
        f"/admin/pages/{page.pk}/edit/", f"/admin/pages/{page.pk}/view_draft/", f"/admin/pages/{page.pk}/history/",
        f"/admin/pages/{page.pk}/history/results/", f"/admin/pages/{page.pk}/usage/", f"/admin/pages/{page.pk}/copy/",
        f"/admin/pages/{page.pk}/move/", f"/admin/pages/{page.pk}/delete/", f"/admin/pages/{page.pk}/unpublish/",
        f"/admin/pages/{page.pk}/privacy/", f"/admin/pages/{page.pk}/convert_alias/", "/admin/pages/workflow/usage/1/",
        f"/admin/pages/{page.pk}/edit/preview/", f"/admin/pages/{page.pk}/status/",
        "/admin/pages/search/?q=Mirabilis", "/admin/pages/search/?q=A27", "/admin/pages/search/results/?q=Zweigbibliothek",
        "/admin/choose-page/", f"/admin/choose-page/{intake.pk}/", "/admin/choose-page/search/?q=Mirabilis",
        "/admin/choose-page/search/?q=A27", f"/admin/choose-page/{home.pk}/?page_type=awards.submissionpage",
        "/admin/reports/site-history/", "/admin/reports/locked/", "/admin/reports/aging-pages/", "/admin/reports/workflow/",
        "/admin/reports/page-types-usage/", "/admin/pages/usage/awards/submissionpage/",
        "/admin/pages/usage/awards/submissionpage/results/", "/admin/snippets/", "/admin/redirects/",
        "/admin/api/main/pages/", f"/admin/api/main/pages/{page.pk}/", "/admin/api/main/pages/?search=Mirabilis",
        "/admin/api/main/pages/?type=awards.SubmissionPage&fields=*", "/admin/translations/",
        "/admin/localize/reports/translations/", f"/admin/localize/submit/page/{page.pk}/", f"/admin/localize/submit/page/{intake.pk}/",
        "/admin/images/chooser/?q=Mirabilis", "/admin/documents/chooser/?q=Mirabilis", "/admin/users/", "/admin/letters/",
        "/admin/letters/?q=A27",
    ]  # fmt: skip
    return [*public, *own, *desk, *admin]


@pytest.mark.parametrize("actor", ACTORS)
def test_nothing_but_numbers(client, entry, homes, actor):
    role = ACTORS[actor]
    if role is not None:
        client.force_login(make.person(actor, role=role or None))

    leaks = []
    for url in surfaces(entry):
        response = client.get(url, follow=False)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        text = body.decode("utf-8", "replace") + str(response.headers)
        found = [
            mark for mark in MARKS if mark in text.replace("q=Mirabilis", "").replace("q=Zweigbibliothek", "")
        ]
        # The searched word itself comes back in the search box.
        if found and not _is_only_the_question(url, text, found):
            leaks.append((url, response.status_code, found))
        assert response.status_code < 500, url

    assert leaks == []


def _is_only_the_question(url: str, text: str, found: list[str]) -> bool:
    asked = [mark for mark in found if mark in url]
    return found == asked and all(": книга" not in text for _mark in asked) and "Кочкор" not in text


def test_the_test_can_see_a_leak(client, entry):
    """The secretary, who is entitled, does find the words: the marks are really there."""
    client.force_login(make.secretary())

    assert all(
        mark in client.get(reverse("awards_desk:entry", args=[entry.reference])).content.decode()
        for mark in MARKS
    )
    assert "Mirabilis" in client.get(reverse("awards_desk:entries")).content.decode()


def test_a_superuser_meets_only_the_number_in_wagtail(client, entry, homes):
    user = make.person("Администратор")
    user.is_superuser = user.is_staff = True
    user.save()
    client.force_login(user)

    for url in surfaces(entry):
        if "/admin/" in url and "/admin/awards/" not in url:
            response = client.get(url)
            text = response.content.decode("utf-8", "replace")
            assert response.status_code < 500, url
            assert not any(mark in text for mark in MARKS if mark not in url), url


CHANGES = ("copy", "move", "delete", "unpublish", "edit", "lock", "convert_alias")


@pytest.mark.parametrize("change", CHANGES)
def test_nobody_changes_a_sealed_page_through_wagtail(client, entry, change):
    user = make.person("Администратор")
    user.is_superuser = user.is_staff = True
    user.save()
    client.force_login(user)
    before = SubmissionPage.objects.values().get(pk=entry.page_id)

    response = client.post(
        f"/admin/pages/{entry.page_id}/{change}/", {"new_title": "x", "new_slug": "x", "new_parent_page": 1}
    )

    assert response.status_code in {302, 403, 404}
    assert SubmissionPage.objects.values().get(pk=entry.page_id) == before
    assert SubmissionPage.objects.count() == 1


def test_no_group_has_a_right_on_root_or_intake(entry):
    intake = entry.page.get_parent()

    make.secretary()

    assert [
        right
        for right in GroupPagePermission.objects.select_related("page")
        if right.page.depth == 1 or right.page_id == intake.pk
    ] == []


def test_an_entry_is_in_no_index_and_has_no_address(entry):
    from wagtail.models import ReferenceIndex
    from wagtail.search.models import IndexEntry

    assert (
        IndexEntry.objects.filter(object_id=str(entry.page_id), content_type__app_label="awards").count() == 0
    )
    assert IndexEntry.objects.filter(object_id=str(entry.page_id), content_type__model="page").count() == 0
    assert (
        ReferenceIndex.objects.filter(
            object_id=str(entry.page_id), content_type__model="submissionpage"
        ).count()
        == 0
    )
    assert entry.page.get_url() is None
