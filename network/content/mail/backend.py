from django.core.mail.backends.base import BaseEmailBackend

from network.content.mail.writing import write_message


class OutboxBackend(BaseEmailBackend):
    """Django's mail (allauth's codes, Wagtail's notices) written to the outbox instead of sent."""

    def send_messages(self, email_messages):
        return sum(write_message(message) for message in email_messages or [])
