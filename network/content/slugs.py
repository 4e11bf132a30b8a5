"""ASCII slugs from any script. Django's slugify loses Cyrillic, Armenian and Georgian."""

from anyascii import anyascii
from django.utils.text import slugify

# anyascii writes these signs out as letters; Russian readers expect nothing.
SILENT = str.maketrans("", "", "ьъЬЪʻʼ’'`")


def ascii_slug(text: str, *, fallback: str = "page") -> str:
    """A slug of at most 60 characters, cut at a hyphen; never empty."""
    slug = slugify(anyascii(text.translate(SILENT)))
    if len(slug) > 60:
        slug = slug[:60].rpartition("-")[0] or slug[:60]
    return slug.strip("-") or fallback
