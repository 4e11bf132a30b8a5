from django.conf import settings

from network.members.roles import Role, grant, translator


def register() -> None:
    """Editors write the glossary, translators translate it; what a lesson may name is deleted by few."""
    for role in (Role.EDITOR, Role.SECOND_EDITOR):
        grant(role, "courses.view_glossaryterm", "courses.add_glossaryterm", "courses.change_glossaryterm")
    grant(Role.SECOND_EDITOR, "courses.delete_glossaryterm")
    for code, _name in settings.CONTENT_LANGUAGES:
        if code != settings.LANGUAGE_CODE:
            grant(translator(code), "courses.view_glossaryterm", "courses.change_glossaryterm")
