from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from courses.reading.crumbs import crumbs
from courses.reading.glossary import as_data, letters


@require_safe
def glossary(request):
    """All terms, each with an address of its own on the page."""
    context = {"letters": letters(request.LANGUAGE_CODE), "breadcrumbs": crumbs(request)}
    return render(request, "courses/glossary.html", context)


@require_safe
def glossary_json(request):
    """The glossary as data, free to reuse."""
    answer = as_data(request.LANGUAGE_CODE)
    return JsonResponse(answer, json_dumps_params={"ensure_ascii": False})
