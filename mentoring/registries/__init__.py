"""What mentoring tells the floor of members: personal data, ties, rights of roles, what waits for somebody."""


def fill() -> None:
    from mentoring.registries import personal_data, rights, ties

    personal_data.fill()
    ties.fill()
    rights.fill()
