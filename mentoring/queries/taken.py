"""Places of mentors that pairs and open offers hold."""


def places_taken(application_ids) -> dict[int, int]:
    """For each mentor's application the places taken; those with none are left out."""
    return {}
