"""Lines that stand alone between paragraphs: a section's heading, or the headline of another story.

Signals, each worth something; together they decide: how long the line is, whether it holds a headline's verb, and above
all whether the article, and the section that follows, speak of the same things.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from sayso.clean.lexicon import words as listed

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_ENDS = re.compile(r"[.!;:,…]\W*$")
_BREAKS = re.compile(
    r"(?:[a-z]{4}\.|[!?])[”\"]?\s+[^\W\d_a-z]|[.!?,][”\"]\s*[—–―-]"
)  # two sentences, or a quotation signed
_CLOCK = re.compile(
    r"^\W*(?:\d{1,2}[:.h]\d{2}|\d{1,2} ?[ap]\.?m\.?)(?:\s?[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,4}(?:[+-]\d+)?\)?)?\b",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:[-*•●▪◦‣–—]|\d{1,2}[.)])\s")
_TELLS = re.compile(r"\b(?:said|told|has|have|had|was|were|did)\b")
_MOST_WORDS = 22
_LONGEST, _LONGEST_WRAPPED = 250, 160  # characters of a title in one line, and in several


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a line: the words of the whole article, and of the section below the line."""

    article: frozenset[str]
    below: frozenset[str]
    paragraphs: int  # how many paragraphs the report has
    lines: int  # how many such lines it has
    last: bool  # nothing of the article follows


def is_headline_shaped(text: str) -> bool:
    """Whether the line is short, without a final stop, and begins like a title; live-blog stamps count."""
    if len(text) > _LONGEST or ("\n" in text and len(text) > _LONGEST_WRAPPED):
        return False
    count = len(_WORD.findall(text))
    if not 1 <= count <= _MOST_WORDS or _ENDS.search(text) or _BULLET.match(text) or _BREAKS.search(text):
        return False
    first = next((character for character in text if character.isalnum()), "")
    return not first.islower()


def reads_as_sentence(text: str) -> bool:
    """Whether the line tells something in the past, as a sentence that lost its stop does and a headline seldom."""
    return not is_title_case(text) and len(text.split()) >= 6 and bool(_TELLS.search(text))


def is_time_stamp(text: str) -> bool:
    """Whether the line begins with the clock of a live report."""
    return bool(_CLOCK.match(text)) and len(text) < 120


def is_title_case(text: str) -> bool:
    """Whether all words but the small ones are capitalised."""
    words = [word for word in _WORD.findall(text) if word.lower() not in _small()]
    capital = sum(word[0].isupper() or word[0].isdigit() for word in words)
    return len(words) >= 3 and capital >= 0.8 * len(words)


def stems(text: str) -> frozenset[str]:
    """Return the beginnings of the words that carry meaning."""
    return frozenset(word.lower()[:6] for word in _WORD.findall(text) if len(word) > 2 and word.lower() not in _small())


def has_headline_verb(text: str) -> bool:
    """Whether a word after the first is a verb as headlines use it."""
    words = [word.lower() for word in _WORD.findall(text)]
    return any(word in _verbs() for word in words[1:])


@cache
def _small() -> frozenset[str]:
    return frozenset(listed("small_words"))


@cache
def _verbs() -> frozenset[str]:
    forms: set[str] = set()
    for verb in listed("headline_verbs"):
        stem = verb[:-1] if verb.endswith("e") else verb
        y_stem = f"{verb[:-1]}i" if re.search(r"[^aeiou]y$", verb) else verb
        forms |= {verb, f"{verb}s", f"{y_stem}es", f"{stem}ed", f"{y_stem}ed"}
    irregular = (
        "are is were was has have be killed hit held shut freed fled fell found left lost met shot struck won told took"
    )
    return frozenset(forms | set(irregular.split()))


def leads_elsewhere(text: str, around: Around) -> bool:
    """Whether a headline-shaped line between paragraphs is the headline of another story."""
    words = len(_WORD.findall(text))
    verb, capitals = has_headline_verb(text), is_title_case(text)
    if words < (4 if verb and capitals else 5):
        return False
    own = stems(text)
    shared = len(own & around.article) / max(1, len(own))
    below = len(own & around.below) / max(1, len(own))
    points = 0.0
    points += 1.0 * (words >= 7) + 0.5 * (words >= 9)
    points += 1.0 * verb
    points += 0.5 * capitals - 1.5 * (not verb and not capitals)
    points += 1.5 * (shared <= 0.25) + 1.0 * (shared <= 0.5)
    points += 0.5 * (below <= 0.15)
    points += 1.0 * around.last + 0.5 * (around.lines == 1 and around.paragraphs <= 14)
    points -= 1.0 * (shared > 0.75) + 0.5 * text.rstrip("”’\"'").endswith("?") * (shared > 0.3)
    return points >= 3.0


class Surroundings:
    """Says of each headline-shaped line what stands around it; the article's words are gathered once, when asked."""

    def __init__(self, texts: Sequence[str], lines: Sequence[int]) -> None:
        self._texts, self._lines = texts, tuple(lines)
        alone = frozenset(lines)
        self._others = [text for number, text in enumerate(texts) if number not in alone]

    @cached_property
    def _article(self) -> frozenset[str]:
        return stems(" ".join(self._others))

    def around(self, index: int) -> Around:
        """Describe what stands around the line at `index`."""
        place = bisect_right(self._lines, index)
        after = self._lines[place] if place < len(self._lines) else len(self._texts)
        below = self._texts[index + 1 : after]
        return Around(
            article=self._article,
            below=stems(" ".join(below)),
            paragraphs=len(self._others),
            lines=len(self._lines),
            last=not below and after >= len(self._texts),
        )
