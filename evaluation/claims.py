"""Claims found against claims marked: contents, chains, cues, classes, hedges, and what was no claim.

A marked claim is looked for by its `content` alone; what its second readings (`_also`) allow is right too. Chains and
classes are counted for claims that were found.
"""

from __future__ import annotations

from typing import Any

from corpus.tools.quotes import Span, overlap

from sayso.records import Claim, Link

from .tallies import Laid, ranges, shared, size

ALIKE = 0.5  # intersection over union from which two contents are one
_NEAR = 12  # code points by which the beginning of a `prefix` may be off
_HEAD = 0.6  # share of a `prefix` that has to be there
_CLASSES = ("kind", "polarity", "certainty", "quote")
Mark = dict[str, Any]


def count(laid: Laid) -> None:
    """Count all layers of claims of one report."""
    for want in laid.report.claims:
        where = laid.place(want["content"], want.get("nth", 1))
        found = _nearest(laid, where)
        right = found is not None and alike(where, ranges(found.content), want.get("match"))
        if right or not want.get("optional"):
            laid.count("claims recall", right, f"{want['id']} {want['content']!r}")
        if right and found:
            _chain(laid, want, found)
            _classes(laid, want, found)
    _wanted(laid)
    _left_alone(laid)


def _nearest(laid: Laid, where: Span) -> Claim | None:
    """Return the claim whose content is most like the marked one."""

    def likeness(claim: Claim) -> tuple[float, int]:
        content = ranges(claim.content)
        return overlap([where], content), shared([where], content)

    return max(laid.reading.claims, key=likeness, default=None)


def alike(want: Span, got: list[Span], how: str | None) -> bool:
    """Whether a content is the marked one, as its `match` has it: as a whole, its head (prefix), or half (overlap)."""
    both = shared([want], got)
    if how == "prefix":
        begins = min(start for start, _ in got)
        return abs(begins - want[0]) <= _NEAR and both >= _HEAD * size([want])
    if how == "overlap":
        return both >= 0.5 * min(size([want]), size(got))
    return overlap([want], got) >= ALIKE


def _chain(laid: Laid, want: Mark, found: Claim) -> None:
    chains = [want["chain"], *([want["chain_also"]] if "chain_also" in want else [])]
    shown = [link.label.text if link.label else None for link in found.chain]
    right = any(same_chain(chain, found.chain) for chain in chains)
    laid.count("source chain", right, f"{want['id']} want {[link['label'] for link in want['chain']]} got {shown}")
    if want["chain"] and found.chain:
        first = found.chain[0]
        kinds = {chain[0]["kind"] for chain in chains if chain}
        laid.count("source kind", first.kind in kinds, f"{want['id']} want {sorted(kinds)} got {first.kind}")
        _speaker(laid, want, first)


def same_chain(want: list[Mark], got: tuple[Link, ...]) -> bool:
    """Whether two chains name the same voices in the same order."""
    return len(want) == len(got) and all(map(same_voice, want, got))


def same_voice(want: Mark, got: Link) -> bool:
    """Whether one label holds the other, or half of the marked words; hearsay is hearsay."""
    if want["label"] is None:
        return got.label is None or got.kind == "unspecified"
    if got.label is None:
        return False
    marked, found = want["label"].lower(), got.label.text.lower()
    words = marked.split()
    return marked in found or found in marked or len({*words} & {*found.split()}) >= 0.5 * len(words)


def _speaker(laid: Laid, want: Mark, first: Link) -> None:
    """Count cue and entity of the one who speaks, where they are marked."""
    marked = want["chain"][0]
    if cue := marked.get("cue"):
        got = first.cue.text if first.cue else ""
        laid.count("cue", one_in_other(cue.lower(), got.lower()), f"{want['id']} want {cue!r} got {got!r}")
    if entity := marked.get("entity"):
        names = {one.id: one.name for one in laid.reading.entities}
        got = names.get(first.entity or "", "")
        right = got.lower() == entity.lower()
        laid.count("speaker resolved", right, f"{want['id']} want {entity!r} got {got!r}")


def one_in_other(one: str, other: str) -> bool:
    """Whether either of two wordings stands in the other; an empty one stands in none."""
    return bool(one and other) and (one in other or other in one)


def _classes(laid: Laid, want: Mark, found: Claim) -> None:
    for name in _CLASSES:
        if name in want:
            allowed, got = [want[name], *want.get(f"{name}_also", [])], getattr(found, name)
            laid.count(name, got in allowed, f"{want['id']} want {' or '.join(allowed)} got {got}")
    for hedge in want.get("hedges", []):
        right = any(one_in_other(hedge, span.text) for span in found.hedges)
        laid.count("hedges", right, f"{want['id']} {hedge!r}")


def _wanted(laid: Laid) -> None:
    """Count each claim found as right where it shares half of the shorter one with a marked claim."""
    if not laid.report.gold.get("complete", True):
        return
    marked = [laid.place(want["content"], want.get("nth", 1)) for want in laid.report.claims]
    for claim in laid.reading.claims:
        content = ranges(claim.content)
        right = any(shared([one], content) >= 0.5 * min(size([one]), size(content)) for one in marked)
        laid.count("claims precision", right, f"{claim.id} {' … '.join(span.text for span in claim.content)!r}")


def _left_alone(laid: Laid) -> None:
    """Count each marked quote that is no claim as right unless half of a claim lies in it."""
    contents = [ranges(claim.content) for claim in laid.reading.claims]
    for quote in laid.report.gold.get("not_claims", []):
        where = laid.place(quote)
        taken = any(shared([where], content) > 0.5 * size(content) for content in contents)
        laid.count("left alone", not taken, f"{quote!r}")
