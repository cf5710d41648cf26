"""The stylesheet of one reading: whatever part of a claim is addressed, the whole claim and its card light up."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def stylesheet(claims: Iterable[str]) -> str:
    """Return the rules for these claims; an id that could not stand in CSS is left out."""
    return "".join(_rule(claim) for claim in claims if _ID.fullmatch(claim))


def _rule(claim: str) -> str:
    active = f".reading:has(:is(#{claim},#card-{claim}):is(:target,:focus-within))"
    return (
        f'{active} [data-claims~="{claim}"]{{background:var(--active)}}\n'
        f'{active} [data-parts~="{claim}"]{{outline:var(--part-line);outline-offset:1px}}\n'
        f"{active} #card-{claim}{{border-inline-start-color:var(--accent);background:var(--raised)}}\n"
    )
