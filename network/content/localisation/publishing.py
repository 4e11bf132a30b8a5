"""Nothing goes live with sentences of another language in it unless a publisher says so."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from wagtail.models import TranslatableMixin
from wagtail_localize.models import Translation

from network.content.localisation.progress import progress_of
from network.content.localisation.rights import edits_snippets_in

ANYWAY = "publish-incomplete"


def ask_before_incomplete(request, page):
    """Before a translated page is published: say what is missing and ask a publisher once."""
    if request.method != "POST" or request.POST.get("action") != "publish" or ANYWAY in request.POST:
        return None
    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    ).first()
    if translation is None:
        return None
    progress = progress_of(translation)
    if not progress.missing:
        return None
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    return render(
        request,
        "content/admin/publish_incomplete.html",
        {
            "page": page,
            "progress": progress,
            "fields": [
                (name, value) for name, value in request.POST.items() if name != "csrfmiddlewaretoken"
            ],
            "anyway": ANYWAY,
        },
    )


def only_her_languages(request, instance):
    """Snippets have no rights by language in Wagtail; ours are those of the pages."""
    if isinstance(instance, TranslatableMixin) and not edits_snippets_in(request.user, instance.locale):
        raise PermissionDenied
