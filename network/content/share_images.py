"""The picture of a page for those who share its address: title and thread, 1200 by 630."""

import json

import typst

from network.content.thread import thread

WIDTH, HEIGHT = 1200, 630
PAPER, INK, OURS, THEIRS = "#fbf8f2", "#1d2433", "#0b5a63", "#a63d2f"

# Words go in as data, never into the source, so no title can be read as mark-up.
SOURCE = """
#let data = json(bytes(sys.inputs.data))
#set page(width: 1200pt, height: 630pt, margin: 80pt, fill: rgb(data.paper))
#set text(font: "Libertinus Serif", size: 64pt, fill: rgb(data.ink))
#set par(leading: 0.5em, justify: false)
#text(data.title)
#place(bottom + left, dx: -80pt, dy: 20pt, image(bytes(data.svg), format: "svg", width: 1200pt))
"""


def draw(title: str, *, seed: str) -> bytes:
    """PNG of the title over the thread of ``seed``; a long title is cut at a word."""
    lines = thread(seed, knots=7, width=WIDTH, height=120)
    strokes = "".join(
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="4"/>'
        for strand, colour in ((lines.ours, OURS), (lines.theirs, THEIRS))
        for path in (strand.read, strand.rest)
        if path
    )
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} 120">{strokes}</svg>'
    words = title if len(title) <= 110 else title[:110].rpartition(" ")[0] + "…"
    data = {"title": words, "svg": svg, "paper": PAPER, "ink": INK}
    return typst.compile(
        SOURCE.encode(), format="png", ppi=72, sys_inputs={"data": json.dumps(data)}, ignore_system_fonts=True
    )
