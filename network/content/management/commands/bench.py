from importlib import import_module

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.utils.module_loading import module_has_submodule


def benchmarks():
    """The promises of speed that can be measured here, by name: a callable each, which prints to a stream.

    An app that has any says so in a module ``benchmarks`` with a dictionary ``BENCHMARKS``.
    """
    found = {}
    for app in apps.get_app_configs():
        if module_has_submodule(app.module, "benchmarks"):
            found |= import_module(f"{app.name}.benchmarks").BENCHMARKS
    return dict(sorted(found.items()))


class Command(BaseCommand):
    help = "Measure what the design promises of speed, on this machine. Nothing is stored."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("names", nargs="*", metavar="name", help="Which to run: all when none is named.")

    def handle(self, *, names, **options):
        known = benchmarks()
        for name in names:
            if name not in known:
                raise CommandError(f"There is no benchmark {name!r}, only: {', '.join(known)}.")
        for name in names or known:
            self.stdout.write(self.style.MIGRATE_HEADING(name))
            known[name](self.stdout)
