"""What is otherwise between two readings of an article: its words, its claims, and whether it says it was corrected."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence

from sayso.link.passages import speaker
from sayso.link.worded import runs
from sayso.records import Claim, Reading
from sayso.revisions import ClaimChange, How, Revision, Side
from sayso.spans import Span
from sayso.wording import CERTAINTIES, KINDS

_ALIKE = 0.5  # of the words of two claims shared, from which one is taken for the other, changed
_FEW = 200  # claims left over on a side, up to which each is held against each


def revision(how: How, before: Side, after: Side) -> Revision:
    """Compare two sides; see `Revision`."""
    changes = tuple(claim_changes(before.reading, after.reading))
    return Revision(
        how=how,
        before=before,
        after=after,
        runs=tuple(runs(before.reading.text, after.reading.text)),
        claims=changes,
        corrections=tuple(_corrections(before.reading, after.reading)),
        kept=len(before.reading.claims) - sum(change.before is not None for change in changes),
    )


def _corrections(before: Reading, after: Reading) -> Iterator[Span]:
    """Yield the notices of correction that the later side has and the earlier has not."""
    sides = [[one.span for one in side.text.notices if one.kind == "correction"] for side in (before, after)]
    had = {tuple(span.text.split()) for span in sides[0]}
    return (span for span in sides[1] if tuple(span.text.split()) not in had)


def claim_changes(before: Reading, after: Reading) -> Iterator[ClaimChange]:
    """Yield every claim that is not alike on both sides: what became of those before, then those that were added.

    A claim is known by its words, or else by most of its words; that a claim with other words is the same, changed, is
    a guess, which is why both stand beside each other.
    """
    pairs = _paired(before.claims, after.claims)
    for claim in before.claims:
        other = pairs.get(claim.id)
        because = tuple(_differences(claim, before, other, after)) if other else ()
        if other is None:
            yield ClaimChange("removed", claim, None)
        elif because:
            yield ClaimChange("changed", claim, other, because)
    found = {claim.id for claim in pairs.values()}
    yield from (ClaimChange("added", None, claim) for claim in after.claims if claim.id not in found)


def _paired(before: Sequence[Claim], after: Sequence[Claim]) -> dict[str, Claim]:
    """Map the ids of claims before to the claims that they are after."""
    waiting: defaultdict[tuple[str, ...], deque[Claim]] = defaultdict(deque)
    for claim in after:
        waiting[_words(claim)].append(claim)
    pairs = {claim.id: waiting[_words(claim)].popleft() for claim in before if waiting[_words(claim)]}
    gone = [claim for claim in before if claim.id not in pairs]
    fresh = [claim for left in waiting.values() for claim in left]
    return pairs | (_nearest(gone, fresh) if len(gone) <= _FEW and len(fresh) <= _FEW else {})


def _nearest(gone: Sequence[Claim], fresh: Sequence[Claim]) -> dict[str, Claim]:
    """Pair what is left over by the share of words that are the same, the most alike first, none twice."""
    shares = [(_share(a, b), -at, -to, a, b) for at, a in enumerate(gone) for to, b in enumerate(fresh)]
    pairs: dict[str, Claim] = {}
    taken: set[str] = set()
    for share, _, _, claim, other in sorted(shares, key=lambda one: one[:3], reverse=True):
        if share >= _ALIKE and claim.id not in pairs and other.id not in taken:
            pairs[claim.id] = other
            taken.add(other.id)
    return pairs


def _share(one: Claim, other: Claim) -> float:
    words = Counter(_words(one)), Counter(_words(other))
    return 2 * (words[0] & words[1]).total() / max(1, words[0].total() + words[1].total())


def _words(claim: Claim) -> tuple[str, ...]:
    return tuple(word for span in claim.content for word in span.text.casefold().split())


def _differences(claim: Claim, before: Reading, other: Claim, after: Reading) -> Iterator[str]:
    """Say in sentences what is otherwise in a claim."""
    if _words(claim) != _words(other):
        yield "Its words are others."
    if claim.kind != other.kind:
        yield f"It is now read as {KINDS[other.kind]}, and was {KINDS[claim.kind]}."
    if claim.polarity != other.polarity:
        yield f"It is now {other.polarity}, and was {claim.polarity}."
    if claim.certainty != other.certainty:
        yield f"It is now {CERTAINTIES[other.certainty]}, and was {CERTAINTIES[claim.certainty]}."
    voices = _voice(claim, before), _voice(other, after)
    if voices[0].casefold() != voices[1].casefold():
        yield f"It is now said by {voices[1]}, and was by {voices[0]}."
    if len(claim.chain) != len(other.chain) and claim.chain and other.chain:
        yield f"It now comes through {_counted(other)}, and came through {_counted(claim)}."


def _voice(claim: Claim, reading: Reading) -> str:
    return speaker(claim, reading) or "the report itself"


def _counted(claim: Claim) -> str:
    relays = len(claim.chain) - 1
    return {0: "nobody else", 1: "one relay"}.get(relays, f"{relays} relays")
