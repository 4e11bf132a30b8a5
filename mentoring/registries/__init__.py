"""What mentoring tells the floor of members: personal data, ties, rights of roles, what waits for somebody."""


def fill() -> None:
    from mentoring.actions.invitations import take_over
    from mentoring.registries import own_section, pairs, personal_data, rights, ties
    from network.members.registries import register_accepting

    personal_data.fill()
    ties.fill()
    rights.fill()
    own_section.fill()
    pairs.fill()
    register_accepting("mentoring", take_over)
