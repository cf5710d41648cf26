"""A look at the raw page before any parser sees it: how deep its elements nest and how many there are."""

from __future__ import annotations

import re

from sayso.errors import TooLarge

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|svg|textarea|template|noscript|iframe)\b.*?(?:</\1\s*>|\Z)"
    r"|<(/?)([a-zA-Z][a-zA-Z0-9:-]*)(?:[^<>\"']|\"[^\"]{0,2000}\"|'[^']{0,2000}')*(/?)>",
    re.DOTALL | re.IGNORECASE,
)
_EMPTY = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_CLOSED_BY_NEXT = frozenset(
    [
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "optgroup",
        "colgroup",
        "html",
        "head",
        "body",
    ]
)
_MOST_ELEMENTS = 60_000


def check_nesting(text: str, deepest: int) -> None:
    """Raise TooLarge for a page that nests deeper than `deepest` or has more elements than any article; linear."""
    open_tags: list[str] = []
    count: dict[str, int] = {}
    elements = 0
    for hit in _TAG.finditer(text):
        if hit[3] is None:
            continue
        name = hit[3].lower()
        if name in _EMPTY or name in _CLOSED_BY_NEXT or hit[4]:
            elements += 1
        elif not hit[2]:
            elements += 1
            open_tags.append(name)
            count[name] = count.get(name, 0) + 1
        elif count.get(name):
            _close(name, open_tags, count)
        if len(open_tags) > deepest:
            raise TooLarge(
                f"The page nests elements more than {deepest} deep.",
                "No article does; look at the file before raising SAYSO_MAX_NESTING.",
            )
        if elements > _MOST_ELEMENTS:
            raise TooLarge(
                f"The page has more than {_MOST_ELEMENTS:,} elements.", "Save the article alone, or give its text."
            )


def _close(name: str, open_tags: list[str], count: dict[str, int]) -> None:
    while True:
        last = open_tags.pop()
        count[last] -= 1
        if last == name:
            return
