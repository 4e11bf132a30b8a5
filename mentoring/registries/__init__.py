"""What mentoring tells the floor of members: personal data, ties, rights of roles, what waits for somebody."""


def fill() -> None:
    from mentoring.actions.invitations import take_over
    from mentoring.queries.telling import APPLICATION_VERBS, OTHER_VERBS, PAIR_VERBS
    from mentoring.registries import own_section, pairs, personal_data, rights, ties
    from network.members.registries import register_accepting
    from network.members.wording import add_words

    personal_data.fill()
    ties.fill()
    rights.fill()
    own_section.fill()
    pairs.fill()
    register_accepting("mentoring", take_over)
    add_words(verbs={**APPLICATION_VERBS, **PAIR_VERBS, **OTHER_VERBS})
