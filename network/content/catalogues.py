"""Compiled messages without gettext tools: a .po newer than its .mo is compiled at start."""

import logging
import os
import tempfile
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation.reloader import translation_file_changed

log = logging.getLogger(__name__)


def compile_stale() -> list[Path]:
    """Compile every catalogue whose source is newer; returns what was written.

    Two processes may start at once, so each writes a file of its own and
    renames it. A folder that cannot be written keeps the catalogue it has.
    """
    written = []
    for folder in settings.LOCALE_PATHS:
        for source in Path(folder).glob("*/LC_MESSAGES/*.po"):
            target = source.with_suffix(".mo")
            if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
                continue
            try:
                _compile(source, target)
            except OSError as error:
                log.warning("Messages of %s were not compiled: %s", source, error)
            else:
                written.append(target)
                # Words read at import time may have loaded the old catalogue by now.
                translation_file_changed(sender=None, file_path=target)
    return written


def _compile(source: Path, target: Path) -> None:
    with source.open("rb") as lines:
        catalogue = read_po(lines, locale=source.parts[-3], domain=source.stem)
    # A header still marked fuzzy would be left out, and with it the rule of plurals.
    catalogue.fuzzy = False
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=".mo")
    with os.fdopen(handle, "wb") as out:
        write_mo(out, catalogue)
    os.chmod(name, 0o644)
    os.replace(name, target)
