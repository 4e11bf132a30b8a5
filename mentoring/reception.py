"""What this programme listens to: allauth's word that somebody has signed in."""

from allauth.account.signals import user_logged_in
from django.utils import timezone
from django.utils.translation import get_language


def connect() -> None:
    user_logged_in.connect(_adopt, dispatch_uid="mentoring.adopt")


def _adopt(sender, request, user, **kwargs):
    """What she wrote before she had an account becomes hers."""
    from mentoring.views.drafts import adopt_drafts

    adopt_drafts(request, user=user, language=get_language() or "ru", at=timezone.now())
