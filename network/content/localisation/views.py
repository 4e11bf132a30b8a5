from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslationSource

from network.content.localisation.drift import LABELS, Drift, rows
from network.content.localisation.progress import sentences
from network.content.localisation.rights import works_in

ON_A_PAGE = 50


def her_locales(user) -> list[Locale]:
    """The languages other than the source's in which she may edit."""
    locales = Locale.objects.exclude(language_code=settings.LANGUAGE_CODE).order_by("language_code")
    return [locale for locale in locales if works_in(user, locale)]


def report(request):
    """What is out of date in which language; a translator sees her languages only."""
    locales = her_locales(request.user)
    source = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    if not locales and not works_in(request.user, source):
        raise PermissionDenied
    if not locales:
        locales = list(Locale.objects.exclude(pk=source.pk))
    found = rows(locales)
    counts = [(state, LABELS[state], sum(row.state == state for row in found)) for state in Drift]
    state, code = request.GET.get("state", ""), request.GET.get("language", "")
    chosen = [
        row
        for row in found
        if (not state or row.state == state) and (not code or row.locale.language_code == code)
    ]
    paginator = Paginator(chosen, ON_A_PAGE)
    return render(
        request,
        "content/admin/translations.html",
        {
            "counts": [row for row in counts if row[2]],
            "locales": locales,
            "state": state,
            "language": code,
            "page_obj": paginator.get_page(request.GET.get("p")),
            "total": len(found),
        },
    )


def changed(request, page_id: int):
    """The sentences of one source page, those that changed since the last synchronisation marked."""
    page = get_object_or_404(Page, pk=page_id, live=True).specific
    if not her_locales(request.user) and not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    source = TranslationSource.objects.filter(object_id=page.translation_key, locale=page.locale).first()
    if source is None:
        raise Http404
    found = sentences(source, page)
    return render(
        request,
        "content/admin/changed.html",
        {"page": page, "source": source, "sentences": found, "new": sum(one.is_new for one in found)},
    )
