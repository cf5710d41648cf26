"""What an incident attests of a claim: how many origins stand for it and against it."""

from __future__ import annotations

from sayso.incidents import Incident, Origin, Stance, Stated
from sayso.link.same_fact import same_fact
from sayso.link.telling import Ref
from sayso.rulings import Attested

NOWHERE = Attested(origins=1, independent=1)  # a claim that is joined to no other stands alone


def attested(incident: Incident, claim: Ref, *, withdrawn: bool = False) -> Attested:
    """Return what stands for and against a claim of an incident, in origins.

    For it stand its own origin and those that affirm the same fact, or deny it where the claim does; one that does
    both, as where a denial quotes what it denies, does not affirm. Against it stand those with a claim that contradicts
    it. What is merely mentioned is attested by its own origin alone.
    """
    against = {origin.id for origin in incident.origins if _opposes(incident, claim, origin)}
    own = next((one for one in incident.claims if Ref(one.report, one.claim) == claim), None)
    alike = [
        origin for origin in incident.origins if origin.id not in against and _affirms(incident, origin, claim, own)
    ]
    independent = sum(origin.independent for origin in alike)
    return Attested(max(1, len(alike)), max(1, independent), len(against), withdrawn)


def opposing(incident: Incident, claim: Ref) -> frozenset[Ref]:
    """Return the claims that contradict this one."""
    pairs = [(Ref(it.a.report, it.a.claim), Ref(it.b.report, it.b.claim)) for it in incident.contradictions]
    return frozenset(b if a == claim else a for a, b in pairs if claim in {a, b})


def _opposes(incident: Incident, claim: Ref, origin: Origin) -> bool:
    return any(one.report in origin.reports for one in opposing(incident, claim))


def _affirms(incident: Incident, origin: Origin, claim: Ref, own: Stated | None) -> bool:
    """Whether an origin is the claim's own, or says the same of the same fact and not the contrary of the whole."""
    if own is None or own.stance == "mentions":
        return claim.report in origin.reports
    if not _takes(incident, origin, own.stance):
        return False
    theirs = (one for one in incident.claims if one.report in origin.reports and one.stance == own.stance)
    return claim.report in origin.reports or any(same_fact(own, one) for one in theirs)


def _takes(incident: Incident, origin: Origin, stance: Stance) -> bool:
    taken = {one.stance for one in incident.claims if one.report in origin.reports} - {"mentions"}
    return taken == {stance}
