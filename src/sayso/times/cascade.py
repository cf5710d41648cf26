"""The grammar's machine: stages of rules, each a regular expression over kinds, each feeding the next.

A rule is written `<the>?<ordinal><of><month>`: every `<kind>` stands for one item. Where several rules fit at one
place the longest wins; one that does not build a meaning gives way to the next longest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.times.lexicon import CODE, Item
from sayso.times.meanings import Meaning


@dataclass(frozen=True, slots=True)
class Hit:
    """The items that a rule matched, among those around them."""

    items: Sequence[Item]
    start: int
    end: int

    def all(self, *kinds: str) -> list[Item]:
        """Return the matched items of those kinds, in order."""
        codes = {CODE[kind] for kind in kinds}
        return [item for item in self.items[self.start : self.end] if item.kind in codes]

    def one(self, *kinds: str) -> Item:
        """Return the first of them; the rule's pattern guarantees it."""
        return self.all(*kinds)[0]

    def has(self, *kinds: str) -> bool:
        """Whether one of those kinds was matched."""
        return bool(self.all(*kinds))

    def value(self, *kinds: str) -> int | None:
        """Return the number of the first of those kinds, or None where none was matched."""
        found = self.all(*kinds)
        return found[0].value if found else None

    def meanings(self) -> list[Meaning]:
        """Return the meanings of the expressions matched, in order."""
        return [item.meaning for item in self.items[self.start : self.end] if item.meaning is not None]

    def beside(self, step: int) -> Item | None:
        """Return the item `step` places after the match (1 is the next), or before it (-1 is the last)."""
        at = self.end + step - 1 if step > 0 else self.start + step
        return self.items[at] if 0 <= at < len(self.items) else None

    def beside_is(self, step: int, *kinds: str) -> bool:
        """Whether the item there is of one of those kinds."""
        item = self.beside(step)
        return item is not None and item.kind in {CODE[kind] for kind in kinds}


_MACRO = re.compile(r"\{[a-z_]+\}")
Build = Callable[[Hit], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a run of kinds becomes."""

    kind: str
    pattern: re.Pattern[str]
    build: Build


@dataclass(frozen=True, slots=True)
class Stage:
    """Rules that are tried together, and one expression that finds where any of them may begin."""

    rules: tuple[Rule, ...]
    anywhere: re.Pattern[str]

    def apply(self, items: list[Item]) -> list[Item]:
        """Return the items with every match replaced by one item that holds its meaning."""
        codes = "".join([item.kind for item in items])
        made: list[Item] = []
        at = 0
        while (hit := self.anywhere.search(codes, at)) is not None:
            begin = hit.start()
            found = self._best(items, codes, begin)
            stop = begin + 1 if found is None else found[0]
            made += items[at:begin]
            made += items[begin:stop] if found is None else [found[1]]
            at = stop
        return made + items[at:]

    def _best(self, items: list[Item], codes: str, begin: int) -> tuple[int, Item] | None:
        matches = [(hit.end(), rule) for rule in self.rules if (hit := rule.pattern.match(codes, begin))]
        for end, rule in sorted(matches, key=lambda match: -match[0]):
            meaning = rule.build(Hit(items, begin, end))
            if meaning is not None:
                word = " ".join([item.word for item in items[begin:end]])
                return end, Item(CODE[rule.kind], items[begin].start, items[end - 1].end, word, 0, meaning)
        return None


def stage(rules: Iterable[tuple[str, str, Build]], macros: Mapping[str, str], starts: str) -> Stage:
    """Compile `(kind, pattern, build)` lines; `{name}` stands for a macro, `starts` for where a match may begin."""
    written = [(kind, _codes(pattern, macros), build) for kind, pattern, build in rules]
    anywhere = re.compile(_codes(starts, macros) + "(?:" + "|".join(f"(?:{p})" for _, p, _ in written) + ")")
    return Stage(tuple(Rule(kind, re.compile(pattern), build) for kind, pattern, build in written), anywhere)


def _codes(pattern: str, macros: Mapping[str, str]) -> str:
    while _MACRO.search(pattern):
        pattern = re.sub(r"\{([a-z_]+)\}", lambda hit: macros[hit[1]], pattern)
    return re.sub(r"<(\w+)>", lambda hit: CODE[hit[1]], pattern)


def run(items: list[Item], stages: Sequence[Stage]) -> list[Item]:
    """Apply the stages in order."""
    for each in stages:
        items = each.apply(items)
    return items
