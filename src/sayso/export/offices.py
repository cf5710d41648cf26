"""Whether a report gives the bearer of a name an office, in one phrase with the name.

"the governor of Marib, Salim Haddad" and "Salim Haddad, the governor" do; "the governor met Salim Haddad" does not, and
neither does "Salim Haddad, the governor said".
"""

from __future__ import annotations

import re

from sayso.export.privacy import WORD, each, without, words
from sayso.spans import Span

_AROUND = 120  # code points before and after a name in which an office may stand
_STOP = re.compile(r"[!?;:\n“”\"()]|\.\s")
_AFTER = re.compile(r"\s*[,(—–]\s*(?P<said>[^,.!?;:\n“”\"()—–]+)")
_ACCORDING = re.compile(r"^\s*according\s+to\b", re.IGNORECASE)
_JOINS = frozenset({"of", "for", "at", "in", "to", "and", "on", "from"})
_ADJECTIVES = 2  # words in lower case, besides articles, that may stand before an office


def has_office(name: Span, body: str) -> bool:
    """Whether the phrase before the name, or the one in apposition after it, is an office."""
    return _before(body[max(0, name.start - _AROUND) : name.start]) or _after(body, name.end)


def _before(said: str) -> bool:
    phrase = without(_STOP.split(said)[-1], words().titles | words().particles).rstrip()
    if phrase.endswith(","):
        return _is_apposition(_ACCORDING.sub("", phrase[:-1].split(",")[-1]))
    found = each(phrase)
    return bool(found) and _is_office(found[-1])


def _after(body: str, end: int) -> bool:
    match = _AFTER.match(body, end, end + _AROUND)
    return match is not None and _is_apposition(match["said"])


def _is_apposition(phrase: str) -> bool:
    """Whether a phrase is an office with what it is the office of: nothing said after it, nothing done before it."""
    found = [match[0] for match in WORD.finditer(phrase)]
    low = [word.casefold() for word in found]
    known = words()
    at = next((number for number, word in enumerate(low) if _heads(low, number)), None)
    if at is None or known.sayings & set(low[at:]):
        return False
    plain = [word for word in found[:at] if word[0].islower() and not word.endswith(("’s", "'s", "s’", "s'"))]
    return not known.doings & set(low[:at]) and len([one for one in plain if one not in known.generic]) <= _ADJECTIVES


def _heads(low: list[str], number: int) -> bool:
    """Whether the word is an office, and the phrase ends with it or says next what it is the office of."""
    following = low[number + 1 : number + 2]
    return _is_office(low[number]) and (not following or following[0] in _JOINS or _is_office(following[0]))


def _is_office(word: str) -> bool:
    return word in words().offices or any(part in words().offices for part in word.split("-"))
