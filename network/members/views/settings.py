from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from network.members.passwords import has_second_factor


@never_cache
@login_required
@require_safe
def settings(request):
    """Everything that belongs to the account itself, one line each."""
    return render(request, "members/settings.html", {"has_second_factor": has_second_factor(request.user)})
