from django.core.management.base import BaseCommand

from network.members.groups import make_groups


class Command(BaseCommand):
    help = "Makes the groups of all roles with exactly the rights the code names. Run at every release."

    def handle(self, *args, **options):
        names = make_groups()
        if options["verbosity"]:
            self.stdout.write("\n".join(names))
