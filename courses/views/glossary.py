from django.http import JsonResponse
from django.shortcuts import render

from courses.reading.glossary import as_data, letters


def glossary(request):
    """All terms, each with an address of its own on the page."""
    return render(request, "courses/glossary.html", {"letters": letters(request.LANGUAGE_CODE)})


def glossary_json(request):
    """The glossary as data, free to reuse."""
    answer = as_data(request.LANGUAGE_CODE)
    return JsonResponse(answer, json_dumps_params={"ensure_ascii": False})
