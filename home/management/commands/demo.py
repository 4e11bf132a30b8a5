import sys
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from home.demo import marking, serving
from home.demo.people import LOGINS, make_people, set_passwords
from network.content.addresses import point_site

BIND = "127.0.0.1:8000"


class Command(BaseCommand):
    help = (
        "Sets everything up on the embedded default and serves the site with its real content and sample people. "
        "A database it made before is migrated and served without touching content."
    )

    def add_arguments(self, parser):
        parser.add_argument("--no-serve", action="store_true", help="stop before serving")
        parser.add_argument(
            "--bind", default=BIND, metavar="HOST:PORT", help=f"where to serve (default {BIND})"
        )
        parser.add_argument("--password", metavar="P", help="one password for all sample people")
        parser.add_argument("--reset", action="store_true", help="rebuild a database the demo made")

    def handle(self, *args, **options):
        self.prepare(options)
        self.tell(options)
        if not options["no_serve"]:
            sys.exit(serving.serve(options["bind"]))

    def prepare(self, options):
        marked = marking.is_marked()
        if not marked and not marking.is_empty():
            raise CommandError(
                "This database is not empty and was not made by the demo, so it is left as it is. "
                "Set DATABASE_URL to another one, or use `setup` for a real site."
            )
        if marked and options["reset"]:
            self.forget()
            marked = False
        self.say("Preparing the database")
        call_command("migrate", interactive=False, verbosity=0)
        self.say("Collecting static files")
        call_command("collectstatic", interactive=False, verbosity=0)
        call_command("make_roles", verbosity=0)
        if not marked:
            self.say("Loading the content in Russian and English")
            call_command("setup", no_administrator=True, stdout=self.stdout)
            self.say("Inviting sample people")
            make_people(password=options["password"], say=self.say)
            marking.mark()
        elif options["password"]:
            set_passwords(options["password"])
        point_site(f"http://{options['bind']}")

    def forget(self):
        """Only ever a database the demo made."""
        self.say("Rebuilding")
        if connection.vendor == "sqlite":
            connection.close()
            name = Path(settings.DATABASES["default"]["NAME"])
            for path in (name, *(name.with_name(name.name + end) for end in ("-wal", "-shm"))):
                path.unlink(missing_ok=True)
        else:
            with connection.cursor() as cursor:
                cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public;")

    def tell(self, options):
        self.stdout.write("")
        self.stdout.write(self.style.SUCCESS(f"The site: http://{options['bind']}/"))
        self.stdout.write(f"The admin: http://{options['bind']}/admin/")
        if LOGINS.known():
            self.stdout.write("Sign in as:")
            for line in LOGINS.lines():
                self.stdout.write(f"  {line}")
        self.stdout.flush()

    def say(self, text):
        self.stdout.write(f"· {text}")
        self.stdout.flush()
