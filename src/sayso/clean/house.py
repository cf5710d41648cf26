"""What a house puts around its reports: greetings, contacts, schedules, dates of issue, credits and end marks.

Each rule's docstring is the reason that is printed; the expressions are in `house.toml`.
"""

# ruff: noqa: D401 - a reason is a statement

from __future__ import annotations

import re
from functools import cache

from sayso.clean.dates import dates_in
from sayso.clean.headlines import has_headline_verb
from sayso.clean.lexicon import listed

_QUOTES = re.compile(r"^\W*[“\"«‘]")
_SAYS = re.compile(r"\b(?:said|says|told|according to|reported|announced|added|claimed|denied)\b", re.IGNORECASE)
_END_MARK = re.compile(
    r"\W*(?:\(?(?:END|End|ENDS|Ends|FIN)\)?|-30-|#{2,})?\W*"
    r"(?:[A-Za-z](?:[A-Za-z]{0,5}|(?:\.[A-Za-z]){1,5}\.?))?(?:\s?/\s?[A-Za-z][A-Za-z.]{0,4})?\W*"
)
_INITIALS = re.compile(r"\W*[(\[](?:[A-Z]{2,4}|[A-Z][\w-]{0,6} ?/[^()]{1,12})[)\]]\W*")
_CLOSING = re.compile(r"[.!?”\"]\s+([(\[](?:[A-Z]{2,4}|[Ee]nds?|ENDS)[)\]])\W{0,2}$")
_LONGEST_MARK = 20  # characters
_BARE = re.compile(r"[\W_]+")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.:]\d\d|[•*–-])\s+(?=\w)")
_OFFICE = re.compile(r"\W*(?:[Ff]or )?[Tt]he ")
_TELLS = re.compile(r"\b(?:said|is|are|was|were|has|have|will|won|killed)\b|[?!”]", re.IGNORECASE)


@cache
def _begins(name: str) -> re.Pattern[str]:
    return listed(name, r"^[^\w“\"«]*(?:{})")


@cache
def _whole(name: str) -> re.Pattern[str]:
    return listed(name, r"^\W*(?:{})\W*$")


def _short(text: str, most: int) -> bool:
    return len(text) <= 12 * most and len(text.split()) <= most and not _QUOTES.match(text)


def _tells_nothing(text: str, most: int) -> bool:
    return _short(text, most) and not _SAYS.search(text)


def greeting(text: str) -> bool:
    """It greets the reader or the listener, or takes leave."""
    return _short(text, 14) and bool(_whole("greeting").match(_NUMBERED.sub("", text)))


def contact(text: str) -> bool:
    """It says how the house is reached, or how to give to it."""
    return bool(_begins("contact").match(text)) and _tells_nothing(text, 30)


def appeal(text: str) -> bool:
    """It asks for tips, or asks the reader to pass the report on."""
    return bool(_begins("appeal").match(text)) and _tells_nothing(text, 25)


def programme(text: str) -> bool:
    """It says when the house is heard or read again, or which clock it keeps."""
    return bool(_begins("programme").match(text)) and _tells_nothing(text, 25)


def method(text: str) -> bool:
    """It says how the report itself was put together."""
    return bool(_begins("method").match(text)) and _short(text, 25)


def issued(text: str) -> bool:
    """It only dates the report, numbers it, or says where it was issued."""
    if not _short(text, 25) or listed("not_issued", "(?:{})").search(text):
        return False
    return bool(_whole("issued").match(text)) or _dates_alone(text)


def _dates_alone(text: str) -> bool:
    found = next(dates_in(text), None)
    return found is not None and len(text.split()) <= 9 and not re.search(r"[.!?:]\W*$|: ", text)


def letterhead(text: str) -> bool:
    """It names the body that issues the report, or the section of the paper."""
    if not _short(text, 12) or re.search(r"[:?!]", text) or has_headline_verb(text):
        return False
    return bool(listed("letterhead", r"\b(?:{})\b").search(text))


def unsigned(text: str) -> bool:
    """It names no author, only the staff of the house."""
    return _short(text, 12) and not _TELLS.search(text) and bool(_whole("unsigned").match(text))


def end_mark(text: str) -> bool:
    """It marks the end of the report, or gives the initials of those who handled it."""
    marked = "/" in text or "nd" in text.lower() or "-30-" in text
    return len(text) <= 24 and bool((marked and _END_MARK.fullmatch(text)) or _INITIALS.fullmatch(text))


def closing_mark(text: str) -> int | None:
    """Return where an end mark or initials in brackets begin after the last sentence of a paragraph, or None."""
    hit = _CLOSING.search(text[-_LONGEST_MARK:])
    return max(0, len(text) - _LONGEST_MARK) + hit.start(1) if hit else None


def rule_off(text: str) -> bool:
    """It is a line drawn under the text, without words."""
    return bool(_BARE.fullmatch(text))


def cited(text: str) -> bool:
    """It names the broadcast or the issue from which an item was taken."""
    return _short(text, 20) and bool(_begins("cited").match(text))


def author_note(text: str) -> bool:
    """It says who the author is."""
    return _short(text, 30) and bool(_begins("author_note").match(text))


def signature(text: str) -> bool:
    """It signs the report: a name, a rank or an office under its last words."""
    if not _short(text, 9) or _TELLS.search(text) or any(mark in text for mark in ".:;"):
        return False
    return bool(_OFFICE.match(text)) or not has_headline_verb(text)


def tags_along(text: str) -> bool:
    """Whether a sentence beside a prompt tells nothing of its own: "Coast Watch.", "Boost the channel"."""
    return len(text.split()) <= 5 and not _TELLS.search(text) and not has_headline_verb(text)
