"""The stylesheet of one reading, for browsers without scripts: a claim addressed or focused lights up as a whole.

With scripts on, the page's script does the same by setting classes, which is quicker in a long text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def stylesheet(claims: Iterable[str]) -> str:
    """Return the rules for these claims; an id that could not stand in CSS is left out."""
    return "".join(_rule(claim) for claim in claims if _ID.fullmatch(claim))


def _rule(claim: str) -> str:
    # Not `:focus-within` of the card: it grows, and what a mouse presses must not move before the button comes up.
    active = (
        f".reading:has(:is(#{claim},#card-{claim}):is(:target,:focus),#{claim} :focus,#card-{claim} :focus-visible)"
    )
    return (
        f'{active} [data-claims~="{claim}"]{{background:var(--active)}}\n'
        f'{active} [data-parts~="{claim}"]{{outline:var(--part-line);outline-offset:1px}}\n'
        f"{active} #card-{claim}{{border-inline-start-color:var(--accent);background:var(--raised);"
        "--wrap:normal;--content-columns:1/-1;--details-columns:1/-1}\n"
    )
