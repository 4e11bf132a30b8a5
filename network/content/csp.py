"""Two content security policies, chosen by path, never mixed.

The public site runs without any inline code. The Wagtail admin and its
translation editor break under that policy, so they get their own.
"""

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware

ADMIN_PATH = "/admin/"
ADMIN_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "base-uri": [NONE],
    "object-src": [NONE],
    "frame-ancestors": [SELF],
    "form-action": [SELF],
}


class PolicyByPathMiddleware(CSPMiddleware):
    def process_response(self, request, response):
        # A view may have asked for a stricter one: files that people sent are never run.
        if request.path_info.startswith(ADMIN_PATH) and not hasattr(response, "_csp_config"):
            response._csp_config = ADMIN_POLICY
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()"
        )
        return super().process_response(request, response)
