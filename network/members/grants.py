"""What each role may do in the admin with what lies on this floor and the one below. Upper apps grant their own."""

from django.conf import settings

from network.members.roles import Role, grant, translator

AT_THE_DESK = (Role.EDITOR, Role.SECOND_EDITOR, Role.COORDINATOR, Role.AWARD_SECRETARY, Role.ADMINISTRATOR)


def register() -> None:
    translators = [
        translator(code) for code, _name in settings.CONTENT_LANGUAGES if code != settings.LANGUAGE_CODE
    ]
    for role in (*AT_THE_DESK, *translators):
        grant(role, "wagtailadmin.access_admin")
    for role in (Role.EDITOR, Role.SECOND_EDITOR, *translators):
        grant(role, "wagtail_localize.submit_translation")
    for role in (Role.EDITOR, Role.SECOND_EDITOR):
        grant(role, "content.view_contactmessage", "content.change_contactmessage")
        grant(role, "content.view_tag", "content.add_tag", "content.change_tag")
    grant(Role.SECOND_EDITOR, "content.delete_tag", "content.view_sitetexts", "content.change_sitetexts")
    for role in (Role.COORDINATOR, Role.AWARD_SECRETARY, Role.ADMINISTRATOR):
        grant(role, "members.view_institution", "members.add_institution", "members.change_institution")
    grant(
        Role.ADMINISTRATOR,
        "members.view_user",
        "members.change_user",
        "members.delete_institution",
        "members.view_invitation",
        "members.add_invitation",
        "members.change_invitation",
        "members.view_consent",
        "members.view_historyentry",
        "members.view_readingentry",
        "content.view_sitetexts",
        "content.change_sitetexts",
        "content.view_letter",
        "content.view_queuedtask",
        "content.view_contactmessage",
        "content.change_contactmessage",
    )
