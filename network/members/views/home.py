from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from network.members.home import notices, sections_for, waiting_in
from network.members.queries import profile_of


@never_cache
@login_required
@require_safe
def home(request):
    sections = sections_for(request.user, request)
    context = {
        "notices": notices(),
        "profile": profile_of(request.user),
        "waiting": waiting_in(sections),
        "sections": [section for section in sections if section.items or section.text or section.url],
    }
    return render(request, "members/home.html", context)
