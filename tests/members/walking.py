"""Steps that several tests take as a browser would."""

import re

from django.test import Client

from network.content.models import Letter
from tests.factories.members import PASSWORD


def sign_in(client: Client, user, password: str = PASSWORD):
    return client.post("/ru/account/login/", {"login": user.email, "password": password})


def signed_in(user) -> Client:
    """A client that has just typed the password: whatever asks for a fresh sign-in lets it through."""
    client = Client()
    sign_in(client, user)
    return client


def sign_up(client: Client, email: str, *, password: str = PASSWORD, language: str = "ru", **more):
    data = {"email": email, "password1": password, "agree": "on", "time_zone": "Asia/Bishkek", **more}
    return client.post(f"/{language}/account/signup/", data)


def code_for(email: str) -> str:
    return re.search(r"^(\d{6})$", last_letter(email).text, re.MULTILINE).group(1)


def last_letter(email: str) -> Letter:
    return Letter.objects.filter(to=email).order_by("-pk").first()


def error_text(response) -> str:
    """What a page says beside its fields, without markup."""
    found = re.findall(r'class="field__error"[^>]*>(.*?)</div>', response.content.decode(), re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", part) for part in found)
