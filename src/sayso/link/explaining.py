"""Why two reports, or two incidents, are or are not of one occurrence and of one origin, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from sayso.filing import Member
from sayso.incidents import Incident, Why
from sayso.link import names, shingles
from sayso.link.decisions import UNDECIDED, Decisions
from sayso.link.footing import Footing, footing
from sayso.link.independence import independent
from sayso.link.kinship import tie
from sayso.link.pairing import Pairing, compare
from sayso.link.source import Source
from sayso.link.tell import tell
from sayso.link.telling import Telling
from sayso.records import Place, Reading

_OTHERS = "By themselves they are hardly enough alike; other reports of the incident are like both."
_ALIKE = "By themselves they are alike, but the other reports of their incidents, or a second account in one, are not."
_SILENT = "One of them tells of no occurrence that could be compared: no event and no claim was found in it."


@dataclass(frozen=True, slots=True)
class Side:
    """A report, or an incident by its first reports: what it is called, and its tellings as they are filed."""

    name: str
    sources: Sequence[Source]
    members: Sequence[Member]


def explain(one: Side, other: Side, shared: Incident | None, decisions: Decisions = UNDECIDED) -> Why:
    """Explain two sides; `shared` is the incident that both tell of, if there is one."""
    pairings = [compare(a, b) for a, b in product(_told(one), _told(other)) if a.id != b.id]
    best = max(pairings, key=lambda pairing: (pairing.weight, pairing.a, pairing.b), default=None)
    because = (*_decided(one, other, decisions), *_because(best, together=shared is not None))
    texts = [source.reading for side in (one, other) for source in side.sources[:1]]
    origin, why = _origins(one, other, shared)
    return Why(
        a=one.name,
        b=other.name,
        together=shared is not None,
        because=because,
        incidents=(shared.id,) if shared else _incidents(one, other),
        origin=origin,
        origin_because=why,
        places=_places(one, other),
        copied=round(shingles.containment(*map(_sequences, texts)), 2),
    )


def _incidents(*sides: Side) -> tuple[str, ...]:
    return tuple(sorted({member.incident for side in sides for member in side.members} - {""}))


def _told(side: Side) -> list[Telling]:
    here = {member.id for member in side.members}
    told = (telling for source in side.sources for telling in tell(source.report.id, source.reading))
    return [telling for telling in told if telling.id in here]


def _sequences(reading: Reading) -> frozenset[int]:
    return shingles.shingles(shingles.told(reading.text))


def _because(best: Pairing | None, *, together: bool) -> Iterator[str]:
    if best is None:
        yield _SILENT
        return
    if together != best.joined:
        yield _OTHERS if together else _ALIKE
    yield from best.because


def _decided(one: Side, other: Side, decisions: Decisions) -> Iterator[str]:
    """Give what a person decided of claims of both sides."""
    sides = [{(member.report, claim) for member in side.members for claim in member.claims} for side in (one, other)]
    for pair in sorted(decisions.pairs):
        ends = [(ref.report, ref.claim) for ref in (pair.a, pair.b)]
        if (ends[0] in sides[0] and ends[1] in sides[1]) or (ends[0] in sides[1] and ends[1] in sides[0]):
            yield pair.because or ("A person joined them." if pair.same else "A person set them apart.")


def _origins(one: Side, other: Side, shared: Incident | None) -> tuple[bool | None, tuple[str, ...]]:
    """Say whether two reports of one incident go back to one telling; None where that is not asked."""
    if shared is None or len(one.sources) != 1 or len(other.sources) != 1 or one.sources == other.sources:
        return None, ()
    a, b = one.sources[0].report.id, other.sources[0].report.id
    together = any({a, b} <= set(origin.reports) for origin in shared.origins)
    mine, theirs = _footing(one.sources[0], shared), _footing(other.sources[0], shared)
    if together:
        return True, tie(mine, theirs).because or ("Others of their origin tie them to each other.",)
    verdict = independent([mine], [theirs])
    return False, (f"{str(verdict).capitalize()}.", *verdict.because)


def _footing(source: Source, incident: Incident) -> Footing:
    claims = {claim.claim for claim in incident.claims if claim.report == source.report.id}
    return footing(source.report.id, source.reading, claims)


def _places(one: Side, other: Side) -> tuple[str, ...]:
    """Return the places that both sides name, as each spells them: the same, or a town here and its area there."""
    found: dict[object, set[str]] = {}
    for a, b in product(_named(one), _named(other)):
        if (a.geonames and a.geonames == b.geonames) or _are_town_and_area(a, b):
            found.setdefault((a.geonames, b.geonames), {a.span.text, b.span.text})
    return tuple(sorted(" / ".join(sorted(spelt)) for spelt in found.values()))


def _named(side: Side) -> list[Place]:
    places = (place for source in side.sources for place in source.reading.places if place.basis == "gazetteer")
    return list({(place.geonames, place.span.text): place for place in places}.values())


def _are_town_and_area(one: Place, other: Place) -> bool:
    """Whether one name stands in one country for a town here and for its district or province there."""
    a, b = names.parts(one.name or ""), names.parts(other.name or "")
    return bool(a & b) and one.country == other.country and (a <= b or b <= a)
