from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from network.members.actions import save_profile
from network.members.forms.profiles import LanguageFormSet, ProfileForm
from network.members.queries import institutions_to_choose, profile_of


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def profile(request):
    now = timezone.now()
    current = profile_of(request.user)
    known = (
        [{"language": s.language, "level": s.level} for s in current.languages.all()] if current.pk else []
    )
    data = request.POST if request.method == "POST" else None
    form = ProfileForm(data, initial=ProfileForm.initial_of(current), language=request.LANGUAGE_CODE, at=now)
    languages = LanguageFormSet(data, initial=known, prefix="languages")
    if data is not None and form.is_valid() & languages.is_valid():
        save_profile(user=request.user, values=form.values, languages=languages.values, at=now)
        messages.success(request, _("Your profile is kept."))
        return redirect("members:profile")
    context = {
        "form": form,
        "languages": languages,
        "institutions": institutions_to_choose(country=form["country"].value()),
    }
    return render(request, "members/profile.html", context)
