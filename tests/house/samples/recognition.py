from network.recognition.models import Certificate
from tests.factories.recognition import certificate


def certificate_of_a_member(people):
    return {"code": certificate(people["member"]).code}


def file_of_a_member(people):
    return certificate_of_a_member(people) | {"language": "ru"}


def certificate_row(people):
    certificate_of_a_member(people)
    return {"pk": Certificate.objects.get().pk}
