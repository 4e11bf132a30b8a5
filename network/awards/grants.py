"""What the roles of the award may do in the admin."""

from network.members.roles import Role, grant


def register() -> None:
    grant(
        Role.AWARD_SECRETARY,
        "awards.screen_entry",
        "awards.view_entry",
        "awards.view_awardround",
        "awards.add_awardround",
        "awards.change_awardround",
    )
    grant(
        Role.AWARD_CHAIR,
        "wagtailadmin.access_admin",
        "awards.chair_round",
        "awards.view_entry",
        "awards.view_awardround",
    )
