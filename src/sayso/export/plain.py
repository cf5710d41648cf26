"""Strings of reports made fit for pages that people paste and print: nothing in them can act or reorder."""

from __future__ import annotations

import html
import re

_HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_SPACE = re.compile(r"[\s\u2028\u2029]+")
_MARKS = re.compile(r"([\\`*_{}\[\]>#|~$%!])")


def visible(text: str) -> str:
    """Return the text on one line, with controls and direction overrides written as ⟦U+202E⟧."""
    return _HIDDEN.sub(lambda hit: f"⟦U+{ord(hit[0]):04X}⟧", _SPACE.sub(" ", text))


def markdown(text: str) -> str:
    """Return the text for CommonMark, every mark that could mean something escaped, and no tag for what reads HTML."""
    return _MARKS.sub(r"\\\1", visible(text)).replace("&", "&amp;").replace("<", "&lt;")


def markup(text: str) -> str:
    """Return the text for HTML."""
    return html.escape(visible(text))


def is_web_address(url: str | None) -> bool:
    """Whether an address can be followed safely: http or https, and nothing in it ends the link."""
    return bool(url) and re.fullmatch(r"https?://[^\s<>\"'`\\(){}\[\]|*_~$]+", url or "") is not None
