from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from home.starter import steps
from network.content.starter.loading import Report
from network.content.starter.raw import StarterError
from network.members.administrators import NoAdministrator, first_administrator


class Command(BaseCommand):
    help = (
        "Sets up the site of an association: languages, pages, groups, the real content, and an administrator. "
        "Run again, it never overwrites an editor's change and lists what it left alone."
    )

    def add_arguments(self, parser):
        parser.add_argument("--no-administrator", action="store_true", help="do not ask for an administrator")

    def handle(self, *args, **options):
        report = Report()
        try:
            with transaction.atomic():
                steps.run(report, self.say)
                if not options["no_administrator"]:
                    first_administrator()
        except StarterError as error:
            raise CommandError(f"Content was not loaded: {error}") from error
        except NoAdministrator as error:
            raise CommandError(f"No administrator: {error}") from error
        self.stdout.write("")
        self.stdout.write(f"Made {len(report.made)}, updated {len(report.updated)}.")
        for key in report.left_alone:
            self.stdout.write(f"Left alone, changed by an editor: {key}")

    def say(self, text: str) -> None:
        self.stdout.write(f"\r  {text:<70}", ending="")
        self.stdout.flush()
