"""What this floor itself keeps for editors, translators and administrators."""

from django.urls import reverse
from django.utils.translation import gettext as _

from network.content.desk import Waiting
from network.content.localisation.drift import rows
from network.content.localisation.views import her_locales
from network.content.models import ContactMessage, Letter


def lines(request) -> list[Waiting]:
    user = request.user
    found = []
    locales = her_locales(user)
    if locales:
        found.append(
            Waiting(
                _("translations that are missing or behind"),
                len(rows(locales)),
                reverse("content_translations"),
                30,
            )
        )
    if user.has_perm("content.change_contactmessage"):
        unanswered = ContactMessage.objects.filter(answered_at__isnull=True).count()
        found.append(Waiting(_("messages from readers"), unanswered, reverse("contact_messages:index"), 20))
    if user.has_perm("content.view_letter"):
        failed = Letter.objects.filter(state=Letter.State.FAILED).count()
        found.append(
            Waiting(
                _("letters that could not be delivered"),
                failed,
                reverse("letters:index") + "?state=failed",
                10,
            )
        )
    return found
