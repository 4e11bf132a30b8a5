"""Pictures as they are kept: re-encoded, without place, owner and camera.

Wagtail's renditions copy EXIF into every JPEG and PNG, so it is taken out once,
when the file comes in.
"""

from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = {
    "JPEG": {"quality": 90},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 90},
    "AVIF": {"quality": 80},
}
MOST_PIXELS = 25_000_000
TOO_MANY = _("This picture has more than 25 million pixels. Make it smaller and try again.")


def why_not_picture(file: File) -> str | None:
    """Why this upload cannot be kept as a picture, judged by its content; None if it can."""
    try:
        file.seek(0)
        with Image.open(file) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return TOO_MANY
            if picture.format not in {*FORMATS, "GIF"}:
                return _("This is not a picture we can keep. Use JPEG, PNG, WebP, AVIF or GIF.")
            picture.verify()
    except Image.DecompressionBombError:
        return TOO_MANY
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return _("This file cannot be read as a picture. It may be damaged or of another kind.")
    finally:
        file.seek(0)
    return None


def without_metadata(file: File) -> File:
    """The same picture re-encoded, turned the right way up, with nothing but pixels and colour profile.

    Raises ``ValidationError`` for what is not a picture. A GIF is kept as it
    is: it has no EXIF and may be animated.
    """
    if refusal := why_not_picture(file):
        raise ValidationError(refusal)
    with Image.open(file) as picture:
        kind = picture.format
        if kind == "GIF":
            file.seek(0)
            return file
        upright = ImageOps.exif_transpose(picture)
        upright.info = {}
        out = BytesIO()
        extra = {"icc_profile": picture.info["icc_profile"]} if picture.info.get("icc_profile") else {}
        upright.save(out, format=kind, **FORMATS[kind], **extra)
    return ContentFile(out.getvalue(), name=file.name)
