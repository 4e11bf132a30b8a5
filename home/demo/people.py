"""Sample people: invented, marked as samples, one for each role."""

import secrets
from pathlib import Path

from django.conf import settings
from django.db import transaction

from network.members.roles import Role, give_role, translator

PEOPLE = (
    # address, name, role, what she is in words
    ("admin@demo.example", "Ирина Соколова (образец)", Role.ADMINISTRATOR, "administrator"),
    ("editor@demo.example", "Мария Лебедева (образец)", Role.EDITOR, "editor"),
    ("editor2@demo.example", "Ольга Рябова (образец)", Role.SECOND_EDITOR, "second editor"),
    ("translator@demo.example", "Anna Wells (sample)", translator("en"), "translator into English"),
    ("coordinator@demo.example", "Асель Токтогулова (образец)", Role.COORDINATOR, "mentoring coordinator"),
    ("secretary@demo.example", "Лусине Аветян (образец)", Role.AWARD_SECRETARY, "award secretary"),
    ("chair@demo.example", "Дмитрий Орлов (образец)", Role.AWARD_CHAIR, "chair of the jury"),
    ("member@demo.example", "Айпери Садыкова (образец)", "", "a member: young librarian"),
)


class Logins:
    """Addresses and passwords of the samples; the passwords are kept beside the database, for this machine only."""

    @property
    def path(self) -> Path:
        return settings.VAR_DIR / "demo-password"

    def known(self) -> bool:
        return self.path.exists()

    def password(self) -> str:
        return self.path.read_text().strip()

    def keep(self, password: str) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(password)
        self.path.chmod(0o600)

    def lines(self) -> list[str]:
        from home.demo.programmes import people_worth_being

        named = [(email, what) for email, _name, _role, what in PEOPLE]
        return [
            f"{email:<28} {self.password():<20} {what}" for email, what in [*named, *people_worth_being()]
        ]


LOGINS = Logins()


@transaction.atomic
def make_people(*, password: str | None, say) -> None:
    from home.demo.programmes import make_programmes
    from network.members.actions import make_verified_member

    password = password or "-".join(secrets.token_hex(3) for _ in range(3))
    LOGINS.keep(password)
    for email, name, role, _what in PEOPLE:
        user = make_verified_member(email=email, name=name, password=password, is_sample=True)
        if role:
            give_role(user, role)
    make_programmes(password=password, say=say)


def set_passwords(password: str) -> None:
    from network.members.models import Profile

    LOGINS.keep(password)
    for profile in Profile.objects.filter(is_sample=True).select_related("user"):
        profile.user.set_password(password)
        profile.user.save(update_fields=["password"])
