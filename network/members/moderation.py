"""A second pair of eyes: with a second editor, pages go through her; alone, the editor publishes and history says so.

Whether editors may publish follows from whether anybody else could look, so it
is mended whenever somebody enters or leaves the second editors.
"""

from django.db.models.signals import m2m_changed, post_save
from wagtail import hooks
from wagtail.log_actions import log

from network.members.roles import Role, members_of

ALONE = "content.published_alone"


def is_alone(editor=None) -> bool:
    """Whether there is no second editor besides this one."""
    others = members_of(Role.SECOND_EDITOR)
    return not (others.exclude(pk=editor.pk) if editor else others).exists()


def mend_publishing() -> None:
    """Give editors the right to publish exactly while they are alone."""
    from network.members.groups import mend_page_rights

    mend_page_rights(Role.EDITOR)


def register() -> None:
    from network.members.models import User

    m2m_changed.connect(_groups_changed, sender=User.groups.through, dispatch_uid="members.moderation.groups")
    post_save.connect(_member_saved, sender=User, dispatch_uid="members.moderation.members")
    hooks.register("after_publish_page", say_alone)


def _groups_changed(sender, action, **kwargs):
    if action in {"post_add", "post_remove", "post_clear"}:
        mend_publishing()


def _member_saved(sender, instance, created, update_fields=None, **kwargs):
    # Only a deactivated or reactivated member changes who could look.
    if not created and (update_fields is None or "is_active" in update_fields):
        mend_publishing()


def say_alone(request, page):
    if is_alone(request.user):
        log(instance=page, action=ALONE, user=request.user)
