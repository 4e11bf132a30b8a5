"""The certificate as a PDF: mark, thread, name, QR code. Every letter of it has a glyph, or it is not made."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

import segno
from django.conf import settings
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from network.content.documents.dates import long_date
from network.content.documents.drawings import mark_svg, thread_svg
from network.content.documents.pdf import Pdf, typst_pdf
from network.recognition.models import Certificate
from network.recognition.programmes import programme_of

TEMPLATE = Path(__file__).parent / "typst" / "certificate.typ"


def certificate_pdf(
    certificate: Certificate, *, address: str, at: datetime, site: str = "", own_only: bool = False
) -> Pdf:
    """In the language that is active; raises MissingGlyph rather than print a name with holes in it."""
    data = data_of(certificate, address=address, site=site)
    return typst_pdf(TEMPLATE, data, at=at, strict=True, own_only=own_only)


def data_of(certificate: Certificate, *, address: str, site: str = "") -> dict:
    language = get_language() or "ru"
    programme = programme_of(certificate.programme)
    day = long_date(certificate.issued_on, language)
    facts = [
        ngettext("%(count)d hour", "%(count)d hours", certificate.hours) % {"count": certificate.hours}
        if certificate.hours
        else "",
        _("edition %(edition)s") % {"edition": certificate.edition} if certificate.edition else "",
        day,
    ]
    kind = str(programme.kind) if programme else _("Certificate of completion")
    return {
        "language": language,
        "title": f"{kind} {certificate.code}",
        "kind": kind,
        "name": certificate.shown_name,
        "of": certificate.title_in(language),
        "facts": " · ".join(fact for fact in facts if fact),
        "site": site or str(settings.WAGTAIL_SITE_NAME),
        "code": certificate.code,
        "check": _("Anybody can check this certificate:"),
        "address": address,
        "mark": mark_svg(),
        "thread": thread_svg(
            certificate.code, knots=programme.knots if programme else 7, width=720, height=80
        ),
        "thread_words": _(
            "The thread of this certificate: two lines that meet and part, drawn from its code"
        ),
        "qr": qr_svg(address),
        "qr_words": _("QR code with the address for checking"),
    }


def qr_svg(address: str) -> str:
    held = BytesIO()
    segno.make(address, error="m", micro=False).save(
        held, kind="svg", xmldecl=False, border=2, dark="#1d2433"
    )
    return held.getvalue().decode()
