"""Certificates are seen and revoked by administrators only."""

from network.members.roles import Role, grant


def register() -> None:
    grant(Role.ADMINISTRATOR, "recognition.view_certificate")
