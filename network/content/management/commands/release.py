from django.core.management import call_command
from django.core.management.base import BaseCommand

from network.content.addresses import point_site


class Command(BaseCommand):
    help = "What a new version needs before it serves: migrations, static files, roles, the public address, checks. Run again at will."

    def handle(self, *args, **options):
        call_command("migrate", interactive=False, verbosity=1)
        call_command("collectstatic", interactive=False, verbosity=0)
        call_command("make_roles", verbosity=0)
        point_site()
        call_command("check", deploy=True, databases=["default"], fail_level="ERROR")
        self.stdout.write("Ready to serve.")
