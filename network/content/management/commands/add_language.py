from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from wagtail.models import Locale, Site

from network.content.slugs import ascii_slug


class Command(BaseCommand):
    help = (
        "Prepares a language: its locale, a draft front page copied from the Russian one, and the group of its translators. "
        "Readers see it when it is added to PUBLISHED_LANGUAGES and its front page is published."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "code", help="one of: " + ", ".join(code for code, _name in settings.CONTENT_LANGUAGES)
        )

    @transaction.atomic
    def handle(self, *args, code, **options):
        names = dict(settings.CONTENT_LANGUAGES)
        if code not in names:
            raise CommandError(f"{code!r} is not in CONTENT_LANGUAGES. Known: {', '.join(names)}.")
        if code not in dict(settings.LANGUAGES):
            raise CommandError(
                f"Add {code} to PUBLISHED_LANGUAGES first (now: {','.join(settings.PUBLISHED_LANGUAGES)}): "
                "Wagtail knows only languages that are served."
            )
        locale, made = Locale.objects.get_or_create(language_code=code)
        home = Site.objects.get(is_default_site=True).root_page.specific
        front = home.get_translation_or_none(locale)
        if front is None:
            front = home.copy_for_translation(locale)
            front.slug = ascii_slug(f"home-{code}")
            front.live = False
            front.save()
        call_command("make_roles", verbosity=0)
        self.stdout.write(
            f"{names[code]}: locale {'made' if made else 'there'}, front page no. {front.pk}, translators' group ready."
        )
