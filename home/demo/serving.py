"""The demo's processes: gunicorn with two workers, and one worker for tasks, mail and schedules."""

import os
import signal
import subprocess
import sys
import threading
import time

from django.conf import settings


def serve(bind: str) -> int:
    """Serve until interrupted or until one of the two processes ends; both are stopped together."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": os.environ.get("DJANGO_SETTINGS_MODULE", "network.settings.dev"),
        "SITE_URL": f"http://{bind}",
    }
    web = [
        sys.executable, "-m", "gunicorn", "network.wsgi", "--workers", "2", "--threads", "4",
        "--worker-class", "gthread", "--bind", bind, "--no-control-socket", "--log-level", "warning",
    ]  # fmt: skip
    worker = [sys.executable, "manage.py", "worker"]
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    processes = [
        subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment, start_new_session=True)
        for command in (web, worker)
    ]
    try:
        while not stop.wait(0.5):
            if any(process.poll() is not None for process in processes):
                break
    finally:
        for process in processes:
            if process.poll() is None:
                process.terminate()
        deadline = time.monotonic() + 20
        for process in processes:
            try:
                process.wait(timeout=max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
    codes = [process.returncode for process in processes]
    return 0 if stop.is_set() else next((code for code in codes if code and code > 0), 1)
