"""How a private file leaves the house: as a download that no browser runs and no cache keeps."""

from django.http import FileResponse

POLICY = {"default-src": ["'none'"], "sandbox": True}


def private_file(file, *, name: str, media_type: str) -> FileResponse:
    """Who may have it was decided before; ``name`` is what it is called on the reader's disk."""
    response = FileResponse(file.open("rb"), as_attachment=True, filename=name, content_type=media_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response._csp_config = POLICY
    return response
