"""What letters say, each in its reader's language and time zone. One module a noun."""

from mentoring.notices import applications, calls, invitations, offers, pairs, reviews, wanted

__all__ = ["applications", "calls", "invitations", "offers", "pairs", "reviews", "wanted"]
