"""PDF: refused when damaged, locked or carrying programs; the names of its author and program are blanked."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

ACTIVE = re.compile(rb"/(?:JavaScript|Launch|EmbeddedFile|RichMedia|XFA)\b")
LOCKED = re.compile(rb"/Encrypt\s+\d+\s+\d+\s+R")
# Blanked in place: nothing in the file may move, its table of contents counts bytes.
OWNER = re.compile(rb"(/(?:Author|Creator|Producer)\s*\()((?:\\.|[^\\()])*)(\))", re.DOTALL)
OWNER_HEX = re.compile(rb"(/(?:Author|Creator|Producer)\s*<)([0-9A-Fa-f\s]*)(>)")
XMP_OWNER = re.compile(
    rb"(<(?:dc:creator|xmp:CreatorTool|pdf:Producer)\b[^>]*>)(.*?)(</(?:dc:creator|xmp:CreatorTool|pdf:Producer)>)",
    re.DOTALL,
)


def clean(body: bytes) -> bytes:
    if b"%%EOF" not in body[-2048:] or b"obj" not in body:
        raise ValidationError(_("This PDF is damaged or cut off. Save it anew and try again."))
    if LOCKED.search(body):
        raise ValidationError(_("This PDF is locked with a password. Save it without one and try again."))
    if ACTIVE.search(body):
        raise ValidationError(
            _(
                "This PDF carries a program, a form or another file inside. Print it to a new PDF and send that one."
            )
        )
    body = OWNER.sub(_blank, body)
    body = OWNER_HEX.sub(
        lambda found: found[1] + b"20" * (len(found[2]) // 2) + b"0" * (len(found[2]) % 2) + found[3], body
    )
    return XMP_OWNER.sub(_blank, body)


def _blank(found: re.Match) -> bytes:
    return found[1] + b" " * len(found[2]) + found[3]
