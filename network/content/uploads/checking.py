import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from network.content.pictures import without_metadata
from network.content.uploads import kinds, office, pdfs, sounds
from network.content.uploads.kinds import FileKind
from network.content.uploads.names import safe_name

PICTURES = frozenset({kinds.JPEG, kinds.PNG, kinds.WEBP})
DOCUMENTS = frozenset({kinds.PDF, kinds.DOCX, kinds.ODT})
EVERYTHING = PICTURES | DOCUMENTS | {kinds.MP3}
MOST_BYTES = 10 * 1024 * 1024

WORDS = {
    kinds.GIF: _("GIF pictures are not taken. Save the picture as PNG or JPEG and try again."),
    kinds.MARKUP: _(
        "This is a web page or a drawing with code in it, whatever its name says. Save it as PDF or PNG."
    ),
    kinds.OLE: _("This is a file of an old office program. Save it as DOCX, ODT or PDF and try again."),
    kinds.ZIP: _("Archives are not taken. Send the files one by one."),
}


@dataclass(frozen=True)
class Checked:
    """A file as it will be kept: ``body`` is the cleaned content, ``name`` what it is called when downloaded."""

    kind: FileKind
    name: str
    body: bytes

    @property
    def size(self) -> int:
        return len(self.body)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.body).hexdigest()


def check(file, *, allowed: frozenset[FileKind] = EVERYTHING, most_bytes: int = MOST_BYTES) -> Checked:
    """What was sent, cleaned, if it is one of the allowed kinds by its content.

    Raises ``ValidationError`` with one sentence. Reads no more than the limit
    and a byte, whatever length was announced.
    """
    file.seek(0)
    body = file.read(most_bytes + 1)
    if not body:
        raise ValidationError(
            _("This file is empty. Perhaps it was not saved completely; look at it and try again.")
        )
    if len(body) > most_bytes:
        raise ValidationError(
            _("This file is larger than %(most)s. Make it smaller and try again.")
            % {"most": filesizeformat(most_bytes)}
        )
    kind = kinds.sniff(body)
    if kind is kinds.ZIP:
        kind = office.kind_of(body) or kinds.ZIP
    if kind not in allowed:
        raise ValidationError(_refusal(kind, allowed))
    return Checked(kind, safe_name(file.name or "", extension=kind.extension), CLEANERS[kind](body))


def _refusal(kind: FileKind | None, allowed: frozenset[FileKind]):
    if kind in WORDS:
        return WORDS[kind]
    names = ", ".join(sorted({one.extension.upper() for one in allowed}))
    return _("This kind of file is not taken. Send one of these: %(names)s.") % {"names": names}


def _picture(body: bytes) -> bytes:
    return without_metadata(ContentFile(body, name="picture")).read()


CLEANERS: dict[FileKind, Callable[[bytes], bytes]] = {
    kinds.JPEG: _picture,
    kinds.PNG: _picture,
    kinds.WEBP: _picture,
    kinds.PDF: pdfs.clean,
    kinds.DOCX: office.clean,
    kinds.ODT: office.clean,
    kinds.MP3: sounds.clean,
}
