"""With a second editor pages go through her; alone, the editor publishes and history says so."""

import pytest
from wagtail.models import PageLogEntry

from network.members.groups import make_groups
from network.members.moderation import ALONE
from network.members.roles import Role, give_role
from tests.factories.content import standard_page
from tests.factories.people import member


@pytest.fixture
def editor(homes):
    make_groups()
    user = member()
    give_role(user, Role.EDITOR)
    return user


def may_publish(user, page):
    # Rights are read once a request; a fresh user is the next request.
    return page.permissions_for_user(type(user).objects.get(pk=user.pk)).can_publish()


def test_editor_alone_publishes(homes, editor):
    assert may_publish(editor, homes[0])


def test_editor_asks_as_soon_as_there_is_a_second_editor(homes, editor):
    second = member()
    give_role(second, Role.SECOND_EDITOR)

    assert (may_publish(editor, homes[0]), may_publish(second, homes[0])) == (False, True)


def test_editor_publishes_again_when_the_second_editor_is_gone(homes, editor):
    second = member()
    give_role(second, Role.SECOND_EDITOR)
    second.is_active = False
    second.save()

    assert may_publish(editor, homes[0])


def publish(client, page):
    return client.post(
        f"/admin/pages/{page.pk}/edit/",
        {
            "title": page.title,
            "slug": page.slug,
            "summary": "",
            "body-count": "0",
            "comments-TOTAL_FORMS": "0",
            "comments-INITIAL_FORMS": "0",
            "action-publish": "1",
        },
    )


def test_history_says_that_nobody_else_looked(homes, editor, client):
    page = standard_page(homes[0], "О сайте", slug="about")
    client.force_login(editor)

    publish(client, page)

    assert PageLogEntry.objects.filter(page=page.pk, action=ALONE).count() == 1


def test_history_says_nothing_when_a_second_editor_published(homes, editor, client):
    give_role(member(), Role.SECOND_EDITOR)
    second = member()
    give_role(second, Role.SECOND_EDITOR)
    page = standard_page(homes[0], "О сайте", slug="about")
    client.force_login(second)

    publish(client, page)

    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish").count() >= 1
    assert PageLogEntry.objects.filter(page=page.pk, action=ALONE).count() == 0
