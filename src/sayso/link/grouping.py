"""Tellings of one occurrence put together: by average linkage within pools, and then as a person has decided.

The groups depend on the tellings and the decisions alone, so it does not matter in which order reports came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from sayso.filing import Files, Member, Pair, Weigh
from sayso.link.decisions import UNDECIDED, Decision, Decisions
from sayso.link.linkage import linked
from sayso.link.pairing import JOINED, SAME_REPORT
from sayso.link.pools import Pool
from sayso.link.telling import Ref

FEW = 48  # accounts among which every pair is weighed; of more, those that share a key
_WORST = -9.0  # the least that one pair counts in a mean, so that one misread date does not part many reports

Group = tuple[Member, ...]


def grouped(pool: Pool, files: Files, weigh: Weigh, decisions: Decisions = UNDECIDED) -> tuple[Group, ...]:
    """Return the occurrences that the tellings of a pool tell of, in order."""
    members = sorted(files.members(pool.accounts))
    if pool.crowd:
        return decided([members], decisions)
    weights = files.weights(pool.accounts)
    if len(pool.accounts) <= FEW:
        weights |= _missing(pool.accounts, weights, files, weigh)
    return decided(joined(members, weights), decisions)


def _missing(accounts: Collection[str], known: Collection[Pair], files: Files, weigh: Weigh) -> dict[Pair, float]:
    pairs = [pair for pair in combinations(sorted(accounts), 2) if pair not in known]
    documents = files.documents({end for pair in pairs for end in pair}) if pairs else {}
    return {(a, b): weigh(documents[a], documents[b]) for a, b in pairs}


def joined(members: Iterable[Member], weights: Mapping[Pair, float]) -> list[list[Member]]:
    """Join the groups with the greatest mean weight, again and again, while it is enough; copies count once."""
    sharing: dict[str, list[Member]] = defaultdict(list)
    for member in sorted(members):
        sharing[member.account].append(member)
    reports = {account: {member.report for member in alike} for account, alike in sharing.items()}

    def points(pair: Pair) -> float:
        both = reports[pair[0]] & reports[pair[1]]
        return (SAME_REPORT if both else max(_WORST, weights[pair])) - JOINED

    groups = linked(sharing, {pair: points(pair) for pair in sorted(weights)})
    return [[member for account in group for member in sharing[account]] for group in groups]


def decided(groups: Sequence[Sequence[Member]], decisions: Decisions) -> tuple[Group, ...]:
    """Take apart and put together what a person has decided; where both kinds meet, apart wins."""
    if not decisions.pairs:
        return tuple(sorted(tuple(sorted(group)) for group in groups))
    placed = {member: at for at, group in enumerate(groups) for member in group}
    known = list(_found(decisions.pairs, placed))
    apart = [(a, b) for a, b, same in known if not same]
    for a, b in apart:
        if placed[a] == placed[b]:
            leaving = [one for one in placed if one.account == a.account and placed[one] == placed[a]]
            here = max(placed.values()) + 1
            placed |= dict.fromkeys([a] if b in leaving else leaving, here)
    for a, b in ((a, b) for a, b, same in known if same):
        both = {placed[a], placed[b]}
        if not any({placed[one], placed[other]} == both for one, other in apart):
            placed |= {member: placed[a] for member, at in placed.items() if at == placed[b]}
    pieces: dict[int, list[Member]] = defaultdict(list)
    for member in sorted(placed):
        pieces[placed[member]].append(member)
    return tuple(sorted(map(tuple, pieces.values())))


def _found(pairs: Iterable[Decision], members: Iterable[Member]) -> Iterator[tuple[Member, Member, bool]]:
    """Give the tellings that decisions are about, of those that are here."""
    speaking = {Ref(member.report, claim): member for member in members for claim in member.claims}
    for one in sorted(pairs):
        if one.a in speaking and one.b in speaking:
            yield speaking[one.a], speaking[one.b], one.same
