"""What this programme listens to: that somebody has signed in (allauth), that a consent was taken back (Django)."""

from allauth.account.signals import user_logged_in
from django.db.models.signals import post_save
from django.utils import timezone
from django.utils.translation import get_language


def connect() -> None:
    from network.members.models import Consent

    user_logged_in.connect(_adopt, dispatch_uid="mentoring.adopt")
    post_save.connect(_follow, sender=Consent, dispatch_uid="mentoring.consents")


def _adopt(sender, request, user, **kwargs):
    """What she wrote before she had an account becomes hers."""
    from mentoring.views.drafts import adopt_drafts

    adopt_drafts(request, user=user, language=get_language() or "ru", at=timezone.now())


def _follow(sender, instance, created, **kwargs):
    """A consent taken back has the consequence its text named, in the same transaction."""
    if not created and instance.withdrawn_at and instance.purpose.startswith("mentoring-"):
        from mentoring.actions.consents import follow

        follow(instance, at=instance.withdrawn_at)
