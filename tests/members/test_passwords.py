import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from network.members.models import User
from tests.factories.members import give_second_factor, make_member


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("семь вечеров у", "password_too_short"),
        ("семь вечеров у р", None),
        ("correct horse battery staple", None),
        ("абвгдежз" * 8, None),
        ("я" * 3 + "длинная фраза " * 9, None),
        ("пароль пароль 1234", "password_guessable"),
        ("библиотека12345", "password_guessable"),
        ("йцукенйцукенйцукен", "password_guessable"),
        ("aaaaaaaaaaaaaaaaaaaa", "password_guessable"),
        ("12345678901234567890", "password_guessable"),
        ("aisel.toktogulova@example.org", "password_too_similar"),
        ("асель токтогулова", "password_too_similar"),
    ],
)
def test_what_is_a_good_password(password, code):
    user = User(email="aisel.toktogulova@example.org", name="Асель Токтогулова")

    try:
        validate_password(password, user)
        given = None
    except ValidationError as error:
        given = error.error_list[0].code

    assert given == code


@pytest.mark.django_db
def test_with_a_second_factor_twelve_are_enough():
    user = make_member()
    give_second_factor(user)

    assert validate_password("семь вечеров", user) is None
