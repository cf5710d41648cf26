"""How an outlet is told from other names: well-known agencies, and the words outlets call themselves by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sayso.clean.lexicon import NAME, notice, words

_TOLD = re.compile(rf"\b(?:told|tells|speaking to|spoke to|interview with)\s+({NAME})")
_FILED = re.compile(rf"\(({NAME})\),?[^\n.!?]{{0,20}}?\s?(?:[-–—]|--)\s")  # credited in a dateline
_TOP = 600  # characters in which a dateline stands
_ARTICLE = re.compile(r"^the\s", re.IGNORECASE)


@cache
def _among(name: str) -> re.Pattern[str]:
    """Return a pattern that finds a member of one of the lists of names, as a word of its own."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(word) for word in words(name))})(?![\w-])")


def bare(name: str) -> str:
    """Return the name without its article, for comparing."""
    return _ARTICLE.sub("", name.strip()).casefold()


@dataclass(frozen=True, slots=True)
class Outlets:
    """The outlet that publishes the report, where it is known, and the names that the report says were told things."""

    publisher: str | None = None
    told: frozenset[str] = frozenset()

    def is_publisher(self, name: str) -> bool:
        """Whether the name is the publisher's own, or a part of it that could stand for it."""
        own = bare(self.publisher or "")
        return bool(own) and (bare(name) in own or own in bare(name))


def outlets_of(body: str, publisher: str | None) -> Outlets:
    """Gather what the notice rules need to know an outlet by."""
    told = [hit[1] for hit in _TOLD.finditer(body)] + [hit[1] for hit in _FILED.finditer(body[:_TOP])]
    return Outlets(publisher, frozenset(" ".join(name.split()) for name in told))


def is_ourselves(name: str) -> bool:
    """Whether this is the body that publishes, speaking of itself without its name: "We", "This newspaper"."""
    return bool(notice("ourselves").fullmatch(name))


def is_outlet(name: str) -> bool:
    """Whether the name is an agency's, or is made of the words that outlets name themselves by."""
    return is_agency(name) or bool(_among("outlet_words").search(name) and not is_other_body(name))


def is_agency(name: str) -> bool:
    """Whether a well-known agency or broadcaster is named."""
    return bool(_among("agencies").search(name)) and not is_other_body(name)


def is_other_body(name: str) -> bool:
    """Whether the name is plainly that of a body that publishes no news: a ministry, an army, a monitor."""
    return bool(_among("other_bodies").search(name))
