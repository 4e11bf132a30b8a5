"""Static files as served in production: hashed names, compressed copies, one style sheet.

``site.css`` names its layers and imports a file for each. A browser would ask for them one after another, so
when files are collected their text is written into ``site.css``; development reads them apart.
"""

import re

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEET = "network/css/site.css"
IMPORT = re.compile(r'@import "(?P<name>[\w-]+\.css)" layer\((?P<layer>[\w-]+)\);')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class SiteStaticFilesStorage(CompressedManifestStaticFilesStorage):
    def post_process(self, paths, dry_run=False, **options):
        if SHEET in paths and not dry_run:
            paths = {**paths, SHEET: (self._joined(paths), SHEET)}
        yield from super().post_process(paths, dry_run, **options)

    def _joined(self, paths) -> InMemoryStorage:
        folder = SHEET.rpartition("/")[0]

        def text(name):
            storage, path = paths[name]
            with storage.open(path) as file:
                return file.read().decode()

        def layer(match):
            return f"@layer {match['layer']} {{\n" + text(f"{folder}/{match['name']}") + "}"

        sheet = IMPORT.sub(layer, text(SHEET))
        sheet = re.sub(r"\n\s*", "\n", COMMENT.sub("", sheet)).strip() + "\n"
        held = InMemoryStorage()
        held.save(SHEET, ContentFile(sheet.encode()))
        return held
