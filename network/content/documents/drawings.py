"""The mark and the thread as SVG pictures, for documents that know no style sheet."""

from collections.abc import Collection

from network.content.thread import thread

OURS, THEIRS = "#0b5a63", "#a63d2f"
MARK_OURS = "M0.8 4L15.2 8.2V29L0.8 24.8zM13.4 11.2L8.5 17.1L13.4 26L13.4 21.1L11.7 18.1L13.4 16.1zM8.1 9.6L3.2 15.6L8.1 24.4L8.1 19.5L6.4 16.6L8.1 14.5z"
MARK_THEIRS = "M31.2 4L16.8 8.2V29L31.2 24.8zM18.6 11.2L23.5 17.1L18.6 26L18.6 21.1L20.3 18.1L18.6 16.1zM23.9 9.6L28.8 15.6L23.9 24.4L23.9 19.5L25.6 16.6L23.9 14.5z"


def mark_svg() -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<path fill="{OURS}" fill-rule="evenodd" d="{MARK_OURS}"/>'
        f'<path fill="{THEIRS}" fill-rule="evenodd" d="{MARK_THEIRS}"/></svg>'
    )


def thread_svg(
    seed: str, *, knots: int, width: int = 640, height: int = 64, done: Collection[int] | None = None
) -> str:
    drawn = thread(seed, knots=knots, width=width, height=height, done=done)
    paths = (
        (drawn.theirs.rest, THEIRS, 0.32),
        (drawn.ours.rest, OURS, 0.32),
        (drawn.theirs.read, THEIRS, 1),
        (drawn.ours.read, OURS, 1),
    )
    lines = "".join(
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2.2" stroke-opacity="{opacity}"/>'
        for path, colour, opacity in paths
        if path
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{lines}</svg>'
