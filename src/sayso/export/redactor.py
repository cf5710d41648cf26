"""Words taken out of whatever text they stand in, wherever it came from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from sayso.export.listed import Listed
from sayso.outgoing import Redaction

_UNSEEN = "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"
_HIDES = re.compile(_UNSEEN)
_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = {mark: f"[{marks}]" for marks in ("'’‘ʼ`", "‐‑–—-") for mark in marks}


@dataclass(frozen=True, slots=True)
class Cut:
    """A range of a text, in code points, that is withheld, and what stands in its stead."""

    start: int
    end: int
    instead: str


@dataclass(frozen=True)
class Redactor:
    """Takes out all that a preview lists: whole words, in any case but for single names, line breaks and all.

    `readings` are those that the preview saw.
    """

    withheld: tuple[Redaction, ...] = ()
    readings: frozenset[str] = frozenset()

    def text(self, text: str) -> str:
        """Return the text with the withheld words replaced."""
        return self._without(text, 0, self.cuts(text)) if self.withheld else text

    def piece(self, text: str, start: int, cuts: Iterable[Cut]) -> str:
        """Return a piece of a longer text, which begins at `start` there, without what `cuts` of that text touch."""
        end = start + len(text)
        return self.text(self._without(text, start, [cut for cut in cuts if cut.start < end and start < cut.end]))

    def address(self, url: str | None) -> str | None:
        """Return the address, or what of it may leave."""
        return self._addresses.get(url, url) or None if url else url

    def cuts(self, text: str) -> list[Cut]:
        """Return what of the text is withheld, in order; ranges that overlap are one."""
        found = sorted(self._found(text), key=lambda cut: (cut.start, -cut.end))
        joined: list[Cut] = []
        for cut in found:
            if joined and cut.start < joined[-1].end:
                last = joined.pop()
                cut = Cut(last.start, max(last.end, cut.end), last.instead)  # noqa: PLW2901
            joined.append(cut)
        return joined

    @staticmethod
    def _without(text: str, start: int, cuts: Iterable[Cut]) -> str:
        parts, at = [], 0
        for cut in cuts:
            parts += [text[at : max(at, cut.start - start)], cut.instead]
            at = max(at, cut.end - start)
        return "".join((*parts, text[at:]))

    def _found(self, text: str) -> Iterator[Cut]:
        hides = _HIDES.search(text) is not None
        for number in self._listed.candidates(text):
            for match in self._pattern(number, hides).finditer(text):
                yield Cut(*match.span(), self._words[number].instead)

    @cached_property
    def _words(self) -> tuple[Redaction, ...]:
        return tuple(one for one in self.withheld if one.kind != "address")

    @cached_property
    def _listed(self) -> Listed:
        return Listed(one.words for one in self._words)

    @cached_property
    def _patterns(self) -> dict[tuple[int, bool], re.Pattern[str]]:
        return {}

    def _pattern(self, number: int, hides: bool) -> re.Pattern[str]:
        """Return what finds the words of a number; most are of one report alone, so it is made when it is needed."""
        if (number, hides) not in self._patterns:
            self._patterns[number, hides] = _pattern(self._words[number], f"{_UNSEEN}*" if hides else "")
        return self._patterns[number, hides]

    @cached_property
    def _addresses(self) -> dict[str, str]:
        return {one.words: one.instead for one in self.withheld if one.kind == "address"}


def folded(text: str) -> tuple[str, ...]:
    """Return the words of a text, in lower case, composed, without characters that are not seen."""
    seen = _HIDES.sub("", text)
    return tuple(word.casefold() for word in _WORD.findall(unicodedata.normalize("NFC", seen)))


def _pattern(one: Redaction, unseen: str) -> re.Pattern[str]:
    """Return what finds the words with any white space between them, composed or not, and nothing unseen in the way."""
    forms = {unicodedata.normalize(form, one.words) for form in ("NFC", "NFD")} | {one.words}
    if len(one.words.split()) == 1 and one.kind != "source":
        forms |= {form.upper() for form in forms}
        flags = re.NOFLAG
    else:
        flags = re.IGNORECASE
    between = rf"(?:\s|{_UNSEEN})+" if unseen else r"\s+"
    written = (between.join(unseen.join(map(_letter, word)) for word in form.split()) for form in sorted(forms))
    return re.compile(f"{_edge(one.words[0], '<')}(?:{'|'.join(written)}){_edge(one.words[-1], '')}", flags)


def _letter(letter: str) -> str:
    return _ALIKE.get(letter, re.escape(letter))


def _edge(letter: str, side: str) -> str:
    """Say that a word ends here; scripts without capitals may write articles and other words in one with it."""
    return rf"(?{side}![^\W_])" if letter.lower() != letter.upper() else ""
