"""What a pronoun can stand for: number, kind and, where the report shows it, gender."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from sayso.read.lexicon import words as listed
from sayso.read.names import head
from sayso.records import Mention, MentionType

Number = Literal["one", "thing", "many"]
Gender = Literal["he", "she"]

NUMBERS: dict[str, Number] = {
    "he": "one", "him": "one", "his": "one", "she": "one", "her": "one",
    "it": "thing", "its": "thing", "they": "many", "them": "many", "their": "many",
}  # fmt: skip
GENDERS: dict[str, Gender] = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
_MANY = frozenset(["people", "police", "men", "women", "children"])
_SHOWN = re.compile(r"\b(?:(?P<he>he|his|himself)|(?P<she>she|her|herself))\b")
_ADDRESSED = re.compile(
    r"\b(?:(?P<he>mr|sir|brother|father|sheikh|imam|don|señor)|(?P<she>mrs|ms|miss|mme|madame|lady|sister|doña|señora))"
    r"\.?\s+$",
    re.I,
)
_NEAR = 300  # code points after a name in which a pronoun is taken to mean it, if nobody else is named before


def fits(pronoun: str, words: str, kind: MentionType | None) -> bool:
    """Whether a pronoun can stand for these words: a mention of a kind, or, of no kind, a source."""
    number, other = NUMBERS[pronoun], words.lower()
    if other in NUMBERS:
        return number == NUMBERS[other] and GENDERS.get(other) == GENDERS.get(pronoun)
    last = head(words)
    many = last in _MANY or (last.endswith("s") and not last.endswith("ss"))
    if number == "one":
        return kind == "person" or (kind is None and not many)
    if number == "thing":
        return kind in {"organisation", "armed_group", "document", "facility"} or (kind is None and not many)
    return kind != "person" or many or " and " in other


def gender_of(words: str) -> Gender | None:
    """Tell whether a description is of a man or of a woman, "his mother"; None where its noun does not say."""
    last = head(words)
    return "he" if last in listed("nouns_of_men") else "she" if last in listed("nouns_of_women") else None


def genders(body: str, mentions: Sequence[Mention]) -> dict[str, Gender]:
    """Tell of the people named whether the report speaks of them as "he" or as "she", by entity."""
    found: dict[str, Gender] = {}
    people = [one for one in mentions if one.type == "person" and one.entity]
    for number, one in enumerate(people):
        following = people[number + 1].span.start if number + 1 < len(people) else len(body)
        line = body.find("\n", one.span.end)
        end = min(following, one.span.end + _NEAR, line if line >= 0 else len(body))
        hit = _ADDRESSED.search(body[max(0, one.span.start - 12) : one.span.start])
        hit = hit or _SHOWN.search(body, one.span.end, end)
        if hit and one.entity:
            found.setdefault(one.entity, "he" if hit["he"] else "she")
    return found
