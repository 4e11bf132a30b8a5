from django.shortcuts import render
from django.views.decorators.http import require_safe

from courses.reading.crumbs import crumbs
from courses.reading.exercises import FILTERS, all_exercises, choices, narrowed


@require_safe
def exercises(request):
    """Every exercise of every course; a filter that nothing carries is taken as not set."""
    found = all_exercises(request.LANGUAGE_CODE, request)
    asked = {name: request.GET.get(name, "") for name in FILTERS}
    offered = choices(found, asked)
    wanted = {
        name: code for name, code in asked.items() if any(choice.code == code for choice in offered[name])
    }
    labels = {choice.code: choice.label for choice in offered["tag"]}
    rows = [(one, [labels[code] for code in one.tags if code in labels]) for one in narrowed(found, wanted)]
    return render(
        request,
        "courses/exercises.html",
        {
            "rows": rows,
            "total": len(found),
            "choices": offered,
            "is_narrowed": bool(wanted),
            "breadcrumbs": crumbs(request),
        },
    )
