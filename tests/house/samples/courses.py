from courses.models import GlossaryTerm
from network.members.groups import make_groups
from tests.factories.content import locale, make_site
from tests.factories.courses import course, plan_of


def course_to_read(people):
    return {"slug": course().slug}


def plan_of_a_member(people):
    return {"uuid": plan_of(people["member"]).uuid}


def line_of_a_member(people):
    return plan_of_a_member(people) | {"code": "challenge.words"}


def file_of_a_member(people):
    return plan_of_a_member(people) | {"name": "plan-ru.docx"}


def course_to_complete(people):
    return {"key": course().translation_key}


def a_term(people):
    make_site()
    make_groups()
    return {
        "pk": GlossaryTerm.objects.create(code="facilitator", title="Фасилитатор", locale=locale("ru")).pk
    }


def no_arguments_but_a_term(people):
    a_term(people)
    return {}
