from network.members.roles import Role, grant, grant_pages


def fill() -> None:
    """A coordinator edits and publishes the programme's pages, and works in our own screens."""
    grant(Role.COORDINATOR, "wagtailadmin.access_admin", "wagtail_localize.submit_translation")
    grant_pages(Role.COORDINATOR, "mentoring.MentoringPage", "add_page", "change_page", "publish_page")
