"""Events on the unit sentences of an event coder: `python -m evaluation.petrarch FOLDER`, from the root of the tree.

FOLDER holds `PETR.UnitTest.records.xml`: sentences about invented countries, each with the CAMEO codes of its events,
and a category that says what it tries. A code stands for the type that PLOVER makes of it; a mere statement is none.
The figures are for information: many codes follow that coder's toy dictionaries, not what the sentence means. A code
counts as found (any event) and of the right type or not; every sentence without a code as silent or not.

A code that is missed is of one class of failure: nothing was told; what is coded as done was told as yet to come, which
is a promise or a threat; or only other types were told.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from sayso.records import Reading
from sayso.workspace import read

_RECORD = re.compile(r"<Sentence\s([^>]*)>(.*?)</Sentence>", re.S)
_CODE = re.compile(r"<EventCoding[^>]*eventcode\s*=\s*\"(\d+)\"")
_TEXT = re.compile(r"<Text>(.*?)</Text>", re.S)
_CATEGORY = re.compile(r"category\s*=\s*\"(\w+)\"")
_TYPES = {
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "CONCEDE",
    "084": "RETREAT", "085": "RETREAT", "086": "RETREAT", "087": "RETREAT", "09": "ACCUSE", "10": "REQUEST",
    "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION",
    "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentence:
    """One unit sentence, the types of its events, and what it tries."""

    text: str
    types: tuple[str, ...]
    category: str


def kind(code: str) -> str:
    """Return the PLOVER type of a CAMEO code; "" for a statement, and for a code that CAMEO does not have."""
    return _TYPES.get(code[:3]) or _TYPES.get(code[:2], "")


def sentences(folder: Path) -> list[Sentence]:
    """Return the unit sentences; raises OSError where the file cannot be read."""
    found = []
    for hit in _RECORD.finditer((folder / "PETR.UnitTest.records.xml").read_text("utf-8", errors="replace")):
        text, category = _TEXT.search(hit[2]), _CATEGORY.search(hit[1])
        if text is not None:
            words = " ".join(unescape(text[1]).split())
            types = tuple(filter(None, map(kind, _CODE.findall(hit[2]))))
            found.append(Sentence(words, types, category[1] if category else "-"))
    return found


def score(sentence: Sentence, reading: Reading) -> Iterator[tuple[str, bool]]:
    """Give what a sentence counts in, and whether it counts as right."""
    told = {event.type for event in reading.events}
    for wanted in sentence.types:
        yield "any event", bool(told)
        yield "event type", wanted in told
        if told:
            yield "type where any event", wanted in told
    if not sentence.types:
        yield "silent where no event", not told


def failure(reading: Reading) -> str:
    """Return of which class it is that a code is missed."""
    if not reading.events:
        return "nothing told"
    return "told as yet to come" if any(one.certainty == "possible" for one in reading.events) else "another type told"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures, then the types by category and what was told instead of each type."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    want, got, instead, failed = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for sentence in sentences(parser.parse_args(arguments).folder):
        reading = read(sentence.text.encode(), name="sentence.txt")
        for name, right in score(sentence, reading):
            for line in (name, f"  {name}: {sentence.category}") if name == "event type" else (name,):
                want[line] += 1
                got[line] += right
        told = {event.type for event in reading.events}
        for wanted in set(sentence.types) - told:
            instead.update(f"  {wanted} -> {other}" for other in told or {"nothing"})
            failed[failure(reading)] += 1
    for name in sorted(want):
        sys.stdout.write(f"{name:32} {got[name]:4}/{want[name]:<4} {got[name] / want[name]:.3f}\n")
    sys.stdout.write("missed because:\n" + "".join(f"  {name:30} {many:4}\n" for name, many in failed.most_common()))
    sys.stdout.write("told instead:\n" + "".join(f"{name:32} {many:4}\n" for name, many in instead.most_common()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
