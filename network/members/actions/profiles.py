from datetime import datetime

from django.db import transaction

from network.members.history import record
from network.members.models import LanguageSkill, Profile, User


@transaction.atomic
def save_profile(*, user: User, values: dict, languages: list[tuple[str, str]], at: datetime) -> Profile:
    """Keep what she tells of herself; ``languages`` are (code, level), the one she prefers first."""
    User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    profile, _ = Profile.objects.get_or_create(user=user)
    changed = [name for name, value in values.items() if getattr(profile, name) != value]
    for name, value in values.items():
        setattr(profile, name, value)
    profile.save()
    if user.name != profile.name:
        user.name = profile.name
        user.save(update_fields=["name"])
    old = list(profile.languages.values_list("language", "level"))
    if old != languages:
        changed.append("languages")
        profile.languages.all().delete()
        LanguageSkill.objects.bulk_create(
            LanguageSkill(profile=profile, language=code, level=level, rank=rank)
            for rank, (code, level) in enumerate(languages)
        )
    if changed:
        # What she wrote is nobody's history, only that it changed.
        record("save_profile", profile, by=user, at=at, fields=sorted(changed))
    return profile
