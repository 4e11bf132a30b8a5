from tests.factories.courses import course


def course_to_read(people):
    return {"slug": course().slug}
