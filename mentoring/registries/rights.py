from network.members.roles import Role, grant


def fill() -> None:
    """A coordinator edits the programme's pages by page permissions (given in setup) and works in our own screens."""
    grant(Role.COORDINATOR, "wagtailadmin.access_admin")
