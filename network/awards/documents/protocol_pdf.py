from dataclasses import asdict
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import override

from network.awards.documents.protocol import protocol_text
from network.awards.models import Protocol
from network.content.documents.pdf import typst_pdf

TEMPLATE = Path(__file__).parent.parent / "typst" / "protocol.typ"


def protocol_pdf(protocol: Protocol, *, language: str, at) -> bytes:
    with override(language):
        missing = _("Some signs could not be printed.")
    return typst_pdf(
        TEMPLATE, {**asdict(protocol_text(protocol, language=language)), "missing": missing}, at=at
    ).content
