"""The dateline: where, when and for whom a report was filed, in front of its first sentence."""

from __future__ import annotations

import re

from sayso.clean.lexicon import words

_WORD = r"(?:(?:al|el|ash|at|an|de|del|la|le|les|los|of|the|and|sur|da|do)[ -]){0,2}[^\W\d_a-z][\w’'.-]*"
_PLACE = rf"(?:(?:{_WORD})(?:[ ](?:{_WORD})){{0,3}})"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = (
    rf"(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}(?:,?\s\d{{4}})?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}\s[A-Z]\w{2,10}(?:\s\d{4})?)"
)
_CREDIT = r"\([^()\n]{2,40}\)"
_FRONT = re.compile(
    rf"(?P<place>{_PLACE}(?:(?:\s?/\s?|,\s|\sand\s){_PLACE}){{0,2}})"
    rf"(?P<more>(?:,?\s(?:{_DATE})|\s{_CREDIT}|,?\s?{_CREDIT}){{0,3}})"
    r"(?P<mark>\s?(?:—|–|--)\s|\s-\s|:\s|(?:(?<=\))|(?<=[^\W\d_a-z]{3}))\.\s)(?=[\s“\"‘'«(]*[^\W_])"
)
_STOPPED = re.compile(rf"{_CREDIT}\.\s$")
_LONGEST = 120  # characters


def dateline(text: str) -> int:
    """Return how many characters of a first paragraph are its dateline and the white space after it; 0 for none.

    A colon after a word in small letters is the mark of a dateline only where the word is no label ("Summary:") and no
    speaker's; a full stop only after capitals or a credit.
    """
    hit = _FRONT.match(text[: _LONGEST + 20])
    if not hit or hit.end() > _LONGEST:
        return 0
    place, mark = hit["place"], hit["mark"].strip()
    if mark == ".":
        return hit.end() if _STOPPED.search(hit[0]) or (place.isupper() and len(place) > 3) else 0
    if hit["more"] or place.isupper():
        return 0 if place.casefold() in words("not_places") else hit.end()
    return _small(place, mark, hit.end())


def _small(place: str, mark: str, end: int) -> int:
    """Weigh a place in small letters that has neither a date nor a credit: "Aden: Two shells hit …"."""
    if any(word.casefold().strip(".") in words("not_places") for word in re.split(r"[\s,/-]+", place)):
        return 0
    few = len(place.split()) <= (2 if mark == ":" else 4)
    return end if few else 0
