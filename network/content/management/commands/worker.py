import os
import signal
import socket
import threading
from datetime import timedelta

from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from network.content.mail.delivery import deliver_due
from network.content.tasks.running import claim, run
from network.content.tasks.schedules import run_due

PAUSE = 1.0
SCHEDULE_PAUSE = 15


class Command(BaseCommand):
    help = (
        "Runs queued tasks, sends the outbox and keeps every schedule (publishing, reminders, purge). "
        "Start as many as you like; each thing is done once."
    )

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do what is due now, then stop")

    def handle(self, *args, **options):
        self.stopping = threading.Event()
        name = f"{socket.gethostname()}:{os.getpid()}"
        if not options["once"]:
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: self.stopping.set())
        next_schedule = None
        while not self.stopping.is_set():
            if not options["once"]:
                close_old_connections()
            now = timezone.now()
            if next_schedule is None or now >= next_schedule:
                run_due(at=now)
                next_schedule = now + timedelta(seconds=SCHEDULE_PAUSE)
            worked = self.work(name, now)
            if options["once"] and not worked:
                return
            if not worked:
                self.stopping.wait(PAUSE)

    def work(self, name, now) -> bool:
        task = claim(worker=name, at=now)
        if task:
            run(task)
        return bool(deliver_due(at=now)) or bool(task)
