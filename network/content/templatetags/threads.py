"""``{% thread course.pk knots=4 at=2 label="Lesson 2 of 4" %}``: of a course, a dialogue or a pair."""

from functools import lru_cache

from django import template

from network.content.thread import thread as draw

register = template.Library()

SHAPES = {"line": (640, 48), "tall": (640, 96), "band": (2560, 112)}


@lru_cache(maxsize=1024)
def _drawn(seed, knots, width, height, progress, done):
    """A thread is always drawn alike, so what many readers see is drawn once."""
    return draw(seed, knots=knots, width=width, height=height, progress=progress, done=done)


@register.inclusion_tag("components/thread.html")
def thread(seed, *, knots=6, at=None, progress=None, done=None, label="", shape="line", classes=""):
    """``at`` is the place of this lesson, from 1, and marks it; ``progress`` (0 to 1) shows how much is read;
    ``done`` is a list of finished knots, from 1, that need not follow each other.

    ``shape``: "line" under a title, "tall" on covers, "small" in a table, "band" across the page (cut, never
    squeezed, on narrow screens). Without a ``label`` the drawing is hidden from screen readers, so the same
    must be said in words beside it.
    """
    knots = max(int(knots or 1), 1)
    width, height = (48 + 24 * knots, 24) if shape == "small" else SHAPES[shape]
    if at is not None and progress is None:
        progress = (min(max(int(at), 1), knots) - 0.5) / knots
    drawn = _drawn(str(seed), knots, width, height, progress, None if done is None else tuple(done))
    return {"thread": drawn, "label": label, "shape": shape, "classes": classes, "marked": at is not None}
