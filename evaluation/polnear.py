"""Development figures for attribution on PolNeAR: `python -m evaluation.polnear FOLDER`, from the root of the tree.

FOLDER holds `text/*.txt` and `attributions/*.ann`. Parts are compared as sets of words, as that corpus has it: a
source, cue or content counts when its words are exactly those marked; `content words` counts single words. That corpus
takes an opening "that" into the content, so both sides are compared without it. Nothing is trained on these files, and
none of their words stand in the rules.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from corpus.tools.attributions import Attribution, polnear

from sayso.workspace import read

Words = frozenset[int]  # the places where they begin
_PARTS = ("source", "cue", "content")
_THAT = re.compile(r"that\s+", re.IGNORECASE)


def words(body: str, ranges: Iterable[tuple[int, int]]) -> Words:
    """Return where the words of some ranges begin, without an opening "that"."""
    (first, end), *others = sorted(ranges)
    that = _THAT.match(body, first, end)
    pieces = [(that.end() if that else first, end), *others]
    return frozenset(hit.start() for left, right in pieces for hit in re.compile(r"\w+").finditer(body, left, right))


def parts(body: str, attributions: Iterable[Attribution]) -> dict[str, set[Words]]:
    """Return the sources, cues and contents of some attributions, each once."""
    found: dict[str, set[Words]] = {part: set() for part in _PARTS}
    for attribution in attributions:
        for part in _PARTS:
            spans = getattr(attribution, part)
            if spans:
                found[part].add(words(body, spans))
    return found


def found(body: str) -> Iterable[Attribution]:
    """Yield what the program finds: the first link of each chain is the source."""
    for claim in read(body.encode(), name="report.txt").claims:
        for link in claim.chain[:1]:
            label, cue = (((span.start, span.end),) if span else () for span in (link.label, link.cue))
            yield Attribution(label, cue, tuple((span.start, span.end) for span in claim.content))


def main() -> int:
    """Print precision, recall and F1 of each part over all documents."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    both, extra, missed = Counter[str](), Counter[str](), Counter[str]()
    for text in polnear(parser.parse_args().folder):
        have, want = parts(text.body, found(text.body)), parts(text.body, text.attributions)
        for side in (have, want):
            side["content words"] = {frozenset({word}) for content in side["content"] for word in content}
        for part in (*_PARTS, "content words"):
            both[part] += len(have[part] & want[part])
            extra[part] += len(have[part] - want[part])
            missed[part] += len(want[part] - have[part])
    for part in (*_PARTS, "content words"):
        precision, recall = both[part] / (both[part] + extra[part]), both[part] / (both[part] + missed[part])
        f1 = 2 * precision * recall / (precision + recall)
        sys.stdout.write(f"{part:14} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
