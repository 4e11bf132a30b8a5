"""What letters say, each in its reader's language and time zone. One module a noun."""

from mentoring.notices import applications, calls, reviews

__all__ = ["applications", "calls", "reviews"]
