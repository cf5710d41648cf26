"""A reading made by the simplest rule there is, so that the workspace is tested apart from the stages."""

from __future__ import annotations

from sayso.errors import NoText
from sayso.records import Block, Capture, Claim, Link, Reading, Text
from sayso.settings import Settings
from sayso.spans import cut

MODEL = "plain-1"


def plain_reading(capture: Capture, settings: Settings) -> Reading:
    """Take each line `NAME says WORDS` as a claim; refuse an empty report, break on one that says `BREAK`."""
    body = capture.data.decode("utf-8")
    if not body.strip():
        raise NoText("There is nothing to read in this file.", "Give a file with text in it.")
    if "BREAK" in body:
        raise IndexError("a fault")
    blocks: list[Block] = []
    claims: list[Claim] = []
    at = 0
    for line in body.splitlines(keepends=True):
        words = line.rstrip("\n")
        if words:
            blocks.append(Block(cut(body, at, at + len(words)), "paragraph"))
        if " says " in words:
            middle = at + words.index(" says ")
            chain = (Link(cut(body, at, middle), "named_role", None, cut(body, middle + 1, middle + 5)),)
            claims.append(Claim(f"c{len(claims) + 1}", (cut(body, middle + 6, at + len(words)),), chain))
        at += len(line)
    meta = capture.meta
    text = Text(body, tuple(blocks), blocks[0].span, None, meta.outlet, meta.published, meta.timezone, "en")
    return Reading(capture.sha256, MODEL, text, claims=tuple(claims))
