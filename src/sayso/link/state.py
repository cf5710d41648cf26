"""How well an occurrence is attested: single-origin, corroborated, disputed or denied, with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from sayso.link.names import listed
from sayso.link.stance import VIOLENT, asserts, denies_all, stance
from sayso.link.telling import NOBODY, PARTIES, Names, Statement, Telling, kinds

_STATE = kinds("police", "soldiers")
State = Literal["single-origin", "corroborated", "disputed", "denied"]


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of an occurrence and why, in sentences."""

    state: State
    because: tuple[str, ...]


def standing(tellings: Sequence[Telling], origins: Iterable[Sequence[str]]) -> Standing:
    """Return the first state that fits: disputed, corroborated, denied, single-origin.

    `origins` are groups of report ids that go back to one telling and are independent of the others; a group whose
    reports only deny affirms nothing and is not counted. Values other than who did it dispute nothing.
    """
    told = _affirming(tellings)
    affirming = sorted(group for group in (sorted(set(origin) & told.keys()) for origin in origins) if group)
    if len(affirming) > 1:
        return _of_several(affirming, told)
    because = _of_one(affirming[0], told) if affirming else "No origin affirms that it happened."
    if denying := _denying(tellings):
        return Standing("denied", (because, f"It is denied as a whole in {listed(denying)}."))
    return Standing("single-origin", (because,))


def _affirming(tellings: Sequence[Telling]) -> dict[str, list[Telling]]:
    """Return the tellings of each report that does more than deny."""
    by_report: dict[str, list[Telling]] = {}
    for telling in tellings:
        by_report.setdefault(telling.report, []).append(telling)
    return {report: told for report, told in by_report.items() if not any(one.denial for one in told)}


def _of_one(origin: Sequence[str], told: Mapping[str, Sequence[Telling]]) -> str:
    statements = (one for report in origin for telling in told[report] for one in telling.statements)
    count = "affirms that it happened" if any(stance(one) == "supports" for one in statements) else "mentions it"
    return f"One origin {count}: {listed(origin)}."


def _of_several(origins: Sequence[Sequence[str]], told: Mapping[str, Sequence[Telling]]) -> Standing:
    because = f"{len(origins)} origins affirm that it happened: {'; '.join(listed(origin) for origin in origins)}."
    blamed = [(origin, _blamed([one for report in origin for one in told[report]])) for origin in origins]
    for (one, first), (other, second) in combinations(blamed, 2):
        if rivals(first, second):
            rival = f"{listed(one)} says that it was {listed(first)}, {listed(other)} that it was {listed(second)}."
            return Standing("disputed", (because, rival))
    return Standing("corroborated", (because, "No two of them name different perpetrators."))


def _blamed(tellings: Sequence[Telling]) -> Names:
    """Return whom the first report that names somebody says to have done it; later ones may quote the other side."""
    for telling in sorted(tellings, key=lambda one: (one.published or 0, one.report)):
        blaming = [one for one in telling.statements if one.blamed and asserts(one)]
        if blaming:
            return min(blaming, key=_by_name).blamed
    return NOBODY


def _by_name(statement: Statement) -> tuple[bool, int]:
    return statement.blamed <= PARTIES, statement.position


def rivals(one: Names, other: Names) -> bool:
    """Whether two accounts of who did it exclude each other; "gunmen" fits all but the forces of a state."""
    if not one or not other or one & other:
        return False
    if one - PARTIES and other - PARTIES:
        return True
    return bool(_STATE & one) != bool(_STATE & other)


def _denying(tellings: Sequence[Telling]) -> list[str]:
    """Return the reports that are there to deny it, or that carry a denial that anything of the kind was done."""
    found = {telling.report for telling in tellings if telling.denial}
    found |= {
        telling.report
        for telling in tellings
        if any(denies_all(one, telling.deeds & VIOLENT or telling.deeds) for one in telling.statements)
    }
    return sorted(found)
