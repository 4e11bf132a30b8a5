"""wagtail-localize's views behind our rights: the same addresses, earlier in the order."""

from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail.models import Page, TranslatableMixin
from wagtail.snippets.permissions import user_can_edit_snippet_type
from wagtail_localize.models import Translation
from wagtail_localize.views import convert, edit_translation, snippets_api
from wagtail_localize.views.submit_translations import SubmitPageTranslationView, SubmitSnippetTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from network.content.localisation.rights import (
    why_not_submit_page,
    why_not_submit_snippet,
    why_not_touch,
    why_not_update,
    works_in,
)
from network.content.slugs import ascii_slug


class GuardedSubmitPage(SubmitPageTranslationView):
    def get_object(self):
        page = super().get_object()
        # A page she may not even see answers as if it did not exist.
        if not (page.live or page.permissions_for_user(self.request.user).can_edit()):
            raise Http404
        return page

    def form_valid(self, form):
        refusal = why_not_submit_page(
            self.object,
            by=self.request.user,
            locales=form.cleaned_data["locales"],
            with_subtree=form.cleaned_data["include_subtree"],
        )
        return self.refuse(form, refusal) if refusal else super().form_valid(form)

    def refuse(self, form, refusal):
        messages.error(self.request, refusal)
        return self.render_to_response(self.get_context_data(**self.kwargs))


class GuardedSubmitSnippet(SubmitSnippetTranslationView):
    def form_valid(self, form):
        refusal = why_not_submit_snippet(
            self.object, by=self.request.user, locales=form.cleaned_data["locales"]
        )
        if refusal:
            messages.error(self.request, refusal)
            return self.render_to_response(self.get_context_data(**self.kwargs))
        return super().form_valid(form)


class GuardedUpdate(UpdateTranslationsView):
    def form_valid(self, form):
        publish = form.cleaned_data["publish_translations"]
        refusal = why_not_update(self.object, by=self.request.user, publish=False)
        if not refusal and publish:
            with transaction.atomic():
                # Only after the update is it known what is still missing.
                self.object.update_from_db()
                refusal = why_not_update(self.object, by=self.request.user, publish=True)
                transaction.set_rollback(bool(refusal))
        if refusal:
            messages.error(self.request, refusal)
            return self.render_to_response(self.get_context_data(**self.kwargs))
        return super().form_valid(form)


def guarded(view):
    """A view of one translation: refused to those who may not touch it."""

    @wraps(view)
    def wrapped(request, translation_id, *args, **kwargs):
        translation = get_object_or_404(Translation, pk=translation_id)
        if why_not_touch(translation, by=request.user):
            raise PermissionDenied
        return view(request, translation_id, *args, **kwargs)

    wrapped.csrf_exempt = False
    # The view is ours from here on: the matrix of the house asks for a row.
    wrapped.__module__ = __name__
    return wrapped


@guarded
def upload_pofile(request, translation_id):
    """A PO file of another origin, or none at all, is a sentence and not an error page."""
    try:
        with transaction.atomic():
            return edit_translation.upload_pofile(request, translation_id)
    except MultiValueDictKeyError:
        messages.error(request, _("Choose a PO file to upload."))
    except (KeyError, ValueError, IndexError):
        messages.error(request, _("This is not a PO file of this translation: download it here first."))
    return _back(request)


@guarded
def download_pofile(request, translation_id):
    response = edit_translation.download_pofile(request, translation_id)
    translation = Translation.objects.select_related("source", "target_locale").get(pk=translation_id)
    name = ascii_slug(translation.source.object_repr, fallback="translation")
    response["Content-Disposition"] = (
        f'attachment; filename="{name}-{translation.target_locale.language_code}.po"'
    )
    return response


@guarded
def machine_translate(request, translation_id):
    try:
        return edit_translation.machine_translate(request, translation_id)
    except OSError:
        messages.error(
            request, _("The translation service does not answer. Nothing was changed; try again later.")
        )
        return _back(request)


def convert_to_alias(request, page_id):
    page = get_object_or_404(Page, pk=page_id)
    if not (works_in(request.user, page.locale) and page.permissions_for_user(request.user).can_edit()):
        raise PermissionDenied
    return convert.convert_to_alias(request, page_id)


class GuardedSnippets(snippets_api.SnippetViewSet):
    """Names of translatable snippets only, for those who may edit that kind."""

    def get_queryset(self):
        model = self.get_model()
        if not issubclass(model, TranslatableMixin) or not user_can_edit_snippet_type(
            self.request.user, model
        ):
            raise Http404
        return super().get_queryset()


def _back(request):
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


def urls():
    """The guarded addresses; registered before wagtail-localize's own."""
    one = "localize/translate/<int:translation_id>/"
    snippet = "<slug:app_label>/<slug:model_name>/"
    edit_string, edit_override = edit_translation.edit_string_translation, edit_translation.edit_override
    return [
        path("localize/submit/page/<int:page_id>/", GuardedSubmitPage.as_view(), name="guarded_submit_page"),
        path(
            f"localize/submit/snippet/{snippet}<str:pk>/",
            GuardedSubmitSnippet.as_view(),
            name="guarded_submit_snippet",
        ),
        path("localize/update/<int:translation_source_id>/", GuardedUpdate.as_view(), name="guarded_update"),
        path(f"{one}strings/<int:string_segment_id>/edit/", guarded(edit_string), name="guarded_string"),
        path(
            f"{one}overrides/<int:overridable_segment_id>/edit/",
            guarded(edit_override),
            name="guarded_override",
        ),
        path(f"{one}pofile/download/", download_pofile, name="guarded_pofile_download"),
        path(f"{one}pofile/upload/", upload_pofile, name="guarded_pofile_upload"),
        path(f"{one}machine_translate/", machine_translate, name="guarded_machine_translate"),
        path(f"{one}disable/", guarded(edit_translation.stop_translation), name="guarded_disable"),
        path("localize/page/<int:page_id>/convert_to_alias/", convert_to_alias, name="guarded_alias"),
        path(
            f"localize/api/snippets/{snippet}",
            GuardedSnippets.as_view({"get": "list"}),
            name="guarded_snippets",
        ),
        path(
            f"localize/api/snippets/{snippet}<str:pk>/",
            GuardedSnippets.as_view({"get": "retrieve"}),
            name="guarded_snippet",
        ),
    ]
