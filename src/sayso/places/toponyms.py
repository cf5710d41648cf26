"""Which words of a report name a place: known names wherever they stand, unknown ones where the words around say so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sayso.places import grammar
from sayso.places.book import Book
from sayso.places.evidence import Candidate, Kind, stands_as_place, weigh
from sayso.places.gazetteer import Entry, Gazetteer
from sayso.places.lexicon import words
from sayso.places.scan import Run, Word, runs
from sayso.places.told import kind_around, kind_of, tail
from sayso.records import Block, Mention, MentionType, Role, Text
from sayso.spans import Span, cut

_LONGEST = 4  # words of a name that is part of a run
_WHOLE = 6  # words of a run that may be one name from an adjective on: "Central African Republic"
_BESIDE = 8  # words of a run looked at on either side of a name in it
_WORDS = 3  # of an adjective: "Papua New Guinean"
_READ: tuple[Role, ...] = ("dateline", "byline", "paragraph", "heading", "title")  # a title after what it is about
_AROUND = 60  # characters of text looked at before and after a name
_JOINTS = {"'s ", "’s ", " of ", " of the "}


@dataclass(frozen=True, slots=True)
class Toponym:
    """Words that name a place.

    `name` is what is looked up; `kind` what the words around say the place is; `nation` the country whose adjective
    stands before it ("the Syrian town of"). One that is not `sure` is a place only if the text describes where it lies.
    """

    span: Span
    name: str
    kind: Kind = ""
    entries: tuple[Entry, ...] = ()
    nation: str | None = None
    sure: bool = True


@dataclass(slots=True)
class Found:
    """The place names of a text in order, and the nationalities it speaks of, as ISO codes, one a mention."""

    toponyms: list[Toponym] = field(default_factory=list)
    nations: list[str] = field(default_factory=list)


def find(text: Text, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Found:
    """Find the place names in titles, datelines and paragraphs; what is no part of the article is left out."""
    finder = _Finder(text.body, mentions, gazetteer)
    candidates = [item for block in _read(text) for item in finder.candidates(block)]
    kept = weigh(text.body, candidates)
    asides = [notice.span for notice in text.notices if notice.kind != "correction"]
    hidden = [*asides, *(item.span for item in text.furniture if item.span != text.byline)]
    shown = [
        _toponym(item, sure)
        for item, sure in kept
        if item.dateline or not any(span.covers(item.span) for span in hidden)
    ]
    return Found(sorted(shown, key=lambda item: item.span.start), finder.nations)


def _read(text: Text) -> list[Block]:
    """Return the blocks that are read for places, titles after what they are about: corrections and the byline too."""
    corrections = [notice.span for notice in text.notices if notice.kind == "correction"]
    also = {"notice": corrections, "furniture": [text.byline] if text.byline else []}
    found = [
        (_READ.index(block.role) if block.role in _READ else 1, block)
        for block in text.blocks
        if block.role in _READ or any(block.span.overlaps(span) for span in also[block.role])
    ]
    return [block for _, block in sorted(found, key=lambda item: item[0])]


def _toponym(item: Candidate, sure: bool) -> Toponym:
    return Toponym(item.span, item.name, item.kind, item.entries, item.nation, sure)


class _Finder:
    """Looks up the names of one text, each spelling once."""

    def __init__(self, body: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> None:
        self.body = body
        self.nations: list[str] = []
        self._book = Book(gazetteer)
        self._types: dict[int, MentionType] = {
            at: mention.type
            for mention in mentions
            if mention.type in {"place", "facility"} or _is_name(mention.span.text)
            for at in range(mention.span.start, mention.span.end)
        }
        self._taken = {item.span.start: item.span for item in mentions if item.type == "place"}
        people = (item.span.text.split() for item in mentions if item.type == "person" and _is_name(item.span.text))
        self._met: set[str] = set()
        self._surnames = {words_of[-1] for words_of in people if len(words_of) > 1}

    def candidates(self, block: Block) -> list[Candidate]:
        """Return the words of one block that may name a place, in order."""
        found: list[Candidate] = []
        for whole in self._owners(runs(self.body, block.span.start, block.span.end)):
            for nation, run in (part for words_of in self._unhyphened(whole) for part in self._parted(words_of)):
                for piece in self._pieces(run, titled=block.role in {"title", "heading"}):
                    found.append(self._candidate(run, piece, block, nation))
        self._met |= {item.name for item in found if stands_as_place(item) or item.taken_for == "place"}
        return found

    # ---- names in a run ----

    def _owners(self, found: Iterable[Run]) -> Iterator[Run]:
        """Join what belongs to one name over a genitive, where the gazetteer has it: "Cox's Bazar", "Port of Spain"."""
        before: Run = ()
        for run in found:
            whole = (*before, *run)
            if before and self.body[before[-1].end : run[0].start] in _JOINTS and self._exact(whole):
                before = whole
                continue
            if before:
                yield before
            before = run
        if before:
            yield before

    def _unhyphened(self, run: Run) -> tuple[Run, ...]:
        """Part a first word where both sides of its hyphen are names, "A-B", or the right is none, "A-based"."""
        word, rest = run[0], run[1:]
        left, dash, right = word.text.partition("-")
        apart = left.lower() not in words("particles") and right.lower() not in words("directions")
        if not dash or not apart or self._exact(run):
            return (run,)
        first, second = Word(word.start, word.start + len(left), left), Word(word.end - len(right), word.end, right)
        if right[:1].islower():
            return ((first,), rest)[: 1 + bool(rest)] if self._exact((first,)) else (run,)
        sides = [self._book.exact(part.text) or self._book.nation(part.text) for part in (first, second)]
        known = (all(sides) and not rest) or bool(grammar.road_after().match(self.body, run[-1].end))
        return ((first,), (second, *rest)) if known else (run,)

    def _parted(self, run: Run) -> Iterator[tuple[str | None, Run]]:
        """Part a run at nationalities: "Syrian Al-Tanf" is a nationality and a name."""
        at, nation, number = 0, None, 0
        while number < len(run):
            size, found = self._adjective(run, number)
            if found is None:
                number += 1
                continue
            self.nations.append(found)
            if at < number:
                yield nation, run[at:number]
            number += size
            after = self.body[run[number - 1].end : run[number - 1].end + _AROUND]
            if number == len(run) and kind_around("", after)[0] == "facility":
                yield found, run[number - size :]
            at, nation = number, found
        if at < len(run):
            yield nation, run[at:]

    def _adjective(self, run: Run, at: int) -> tuple[int, str | None]:
        """Return how many words from here on are the adjective of a country, and of which: "South Korean" has two."""
        if 1 < len(run) - at <= _WHOLE and self._exact(run[at:]) and not self._book.nation(self._text(run[at:])):
            return 0, None  # "Central African Republic"
        for size in range(min(_WORDS, len(run) - at), 0, -1):
            if nation := self._book.nation(self._text(run[at : at + size])):
                return size, nation
        return 0, None

    def _exact(self, run: Run) -> bool:
        return self._book.exact(self._text(run))

    def _text(self, run: Run) -> str:
        return self.body[run[0].start : run[-1].end]

    def _pieces(self, run: Run, *, titled: bool) -> Iterator[tuple[int, int]]:
        """Yield the ranges of words that are names: the longest that are known, or else the whole run.

        In a title, where other words have capitals too, any known name is one.
        """
        if tail(run) or len(run) == 1 or (not titled and self._one_name(run)):
            yield 0, len(run)
            return
        at, met = 0, False
        while at < len(run):
            end = next(
                (end for end in range(min(len(run), at + _LONGEST), at, -1) if self._named(run, at, end, titled)), 0
            )
            if end:
                yield at, end
                met = True
            at = end or at + 1
        if not met:
            yield 0, len(run)

    def _one_name(self, run: Run) -> bool:
        """Whether the reader took all words for one place, none of which is a compass word or a country."""
        span = Span(run[0].start, run[-1].end, self._text(run))
        taken = self._taken.get(span.start)
        parts = (word.lower in words("directions") or self._book.is_country(word.text) for word in run)
        return taken is not None and taken.covers(span) and not any(parts)

    def _named(self, run: Run, at: int, end: int, titled: bool) -> bool:
        """Whether these words of a run are a name by themselves: the whole run, an area, or all but compass words."""
        name = self._text(run[at:end])
        entries = self._book.lookup(name)
        if titled and name in self._met:
            return True
        if not entries or end - at == len(run):
            return bool(entries)
        if {word.lower for word in run[at:end]} <= words("directions"):
            return False  # "South West England"
        others = {word.lower for word in (*run[max(0, at - _BESIDE) : at], *run[end : end + _BESIDE])}
        return entries[0].exact and (titled or entries[0].feature[0] in "ALH" or others <= words("directions"))

    # ---- a candidate ----

    def _candidate(self, run: Run, piece: tuple[int, int], block: Block, nation: str | None) -> Candidate:
        """Gather what is to be known of a name: its entries, what stands around it, what the reader took it for."""
        left, right = piece
        start, end = run[left].start, run[right - 1].end
        before = self.body[max(block.span.start, start - _AROUND) : start]
        after = self.body[end : min(block.span.end, end + _AROUND)]
        owned = nation is not None and self._book.nation(self._text(run[left:right])) == nation  # "the French hotel"
        name, entries, kind = self._meaning(run[left:right])
        if not kind and right == len(run):
            kind, extra = kind_around(before, after)
            if kind == "facility" and not owned and self._book.is_country(name):
                kind = ""  # "a U.S. base" is not called after the country
            elif kind == "facility":
                end += extra
                whole = self._book.lookup(self.body[start:end])
                whole = whole if whole and whole[0].exact else ()
                entries = whole or self._facility(run[left:right], after[:extra].split()) or entries
        if not kind and block.role == "dateline" and self._book.exact(name):
            kind = "settlement"  # whoever writes from Djibouti or Kuwait is in the town
        return Candidate(
            cut(self.body, start, end),
            self.body[start:end] if owned else name,
            () if owned else entries,
            kind,
            left=tuple(word.lower for word in run[max(0, left - _BESIDE) : left]),
            right=tuple(word.lower for word in run[right : right + _BESIDE]),
            before=before,
            after=after,
            opens=not before.strip() or before.rstrip()[-1:] in '.!?“"',
            role=block.role,
            taken_for=self._types.get(start) or ("person" if name in self._surnames else None),
            nation=None if owned else nation,
            owned=owned,
        )

    def _meaning(self, run: Run) -> tuple[str, tuple[Entry, ...], Kind]:
        """Return the name to be looked up, what bears it, and the kind told by its own last words."""
        name = self._text(run)
        entries, last = self._book.lookup(name), tail(run)
        kind = kind_of(run[-1].lower) if last else ""
        if not last or (entries and entries[0].exact):
            return name, entries, "" if kind in {"nature", "land"} else kind  # "Rhode Island", "Homa Bay"
        bare = run[: len(run) - last]
        known = self._facility(bare, [word.text for word in run[len(bare) :]]) if kind == "facility" else ()
        return self._text(bare), known or self._book.lookup(self._text(bare)), kind

    def _facility(self, run: Run, tail: Sequence[str]) -> tuple[Entry, ...]:
        """Return the airfields of this name: a base may be one, and is also known by the last part of its name.

        One whose name is only like it stands before the town of that name.
        """
        if not tail or tail[-1].lower() not in words("airfields"):
            return ()
        for at in range(len(run)):
            for words_of in (" ".join(tail), *(("Air Base",) if tail[-1].lower() in {"base", "airbase"} else ())):
                known = self._book.lookup(f"{self._text(run[at:])} {words_of}")
                fields = tuple(entry for entry in known if entry.feature.startswith("S.") and (entry.exact or not at))
                if fields:
                    return fields if fields[0].exact else (*fields, *self._book.lookup(self._text(run)))
        return ()


def _is_name(words_of: str) -> bool:
    """Whether a mention is all name: "the mayor of X" is no person called X."""
    lower = {word for word in re.split(r"[\s-]", words_of) if word[:1].islower()}
    return lower <= words("particles") | {"the"}
