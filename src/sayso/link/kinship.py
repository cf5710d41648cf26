"""Whether two reports go back to one telling, feature by feature.

Each feature looks at the thinner report and at the fuller one, and weighs what it finds; its docstring is the published
explanation. The points add up, from `UNRELATED` on: above 0 the two belong together. The weights
follow a logistic regression over pairs of marked reports of the training split; they were rounded, and set by hand
where it had seen too few cases (copies, a third outlet).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.link import shingles
from sayso.link.crediting import speaks_of
from sayso.link.footing import Figure, Footing, names_of
from sayso.link.naming import same_outlet

UNRELATED = -2.5  # before anything is known: two reports of one incident have most often heard different people
COPIED = 0.3  # containment from which one text is made of the other; no two unrelated reports came to a tenth of it
_USUAL = 0.3  # of the thinner report's words stand in the fuller one when they tell of one incident at all


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a feature found: points for one telling (or, below 0, against it), and the sentence that says why."""

    points: float = 0.0
    because: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """All that speaks for and against two reports being one telling; `points` is their sum."""

    one: str
    other: str
    points: float
    evidence: tuple[Evidence, ...]

    @property
    def holds(self) -> bool:
        """Whether the reports belong together."""
        return self.points > 0

    @property
    def because(self) -> tuple[str, ...]:
        """The sentences that speak for it, the weightiest first."""
        found = sorted((one for one in self.evidence if one.points > 0), key=lambda one: -one.points)
        return tuple(one.because for one in found)

    @property
    def against(self) -> tuple[str, ...]:
        """The sentences that speak against it."""
        return tuple(one.because for one in self.evidence if one.points < 0)


NOTHING = Evidence()


def copied(thin: Footing, full: Footing) -> Evidence:
    """Join a text to the one whose sentences it is made of, however it was cut (Broder 1997)."""
    part = shingles.containment(thin.sequences, full.sequences)
    if part < COPIED:
        return NOTHING
    return Evidence(8.0, f"{part:.0%} of the shorter text stands word for word in the longer one.")


def credits_the_other(thin: Footing, full: Footing) -> Evidence:
    """Join a report to the outlet that it credits, for claims on the matter or by a notice, or that it speaks of."""
    found = (_credit(thin, full), _credit(full, thin))
    return max(found, key=lambda one: one.points)


def _credit(one: Footing, other: Footing) -> Evidence:
    if not other.outlet or _same_house(one, other):
        return NOTHING
    more = 0.0 if one.fresh(other) else 0.5
    if any(same_outlet(name, other.outlet) for name in one.credits):
        return Evidence(4.0 + more, f"{one.called} credits {other.outlet}.")
    if speaks_of(one.text, other.outlet):
        return Evidence(3.0 + more, f"{one.called} names {other.outlet}.")
    return NOTHING


def _same_house(one: Footing, other: Footing) -> bool:
    return bool(one.outlet and other.outlet) and same_outlet(one.outlet, other.outlet)


def credit_a_third(thin: Footing, full: Footing) -> Evidence:
    """Join two reports that credit one outlet, whose own report may be missing, by the share that both have from it."""
    common = [name for name in thin.credits if any(same_outlet(name, other) for other in full.credits)]
    if not common:
        return NOTHING
    part, name = max((min(thin.credited(name), full.credited(name)), name) for name in common)
    return Evidence(1.0 + 2 * part, f"Both have it from {name}.")


def same_house(thin: Footing, full: Footing) -> Evidence:
    """Join a follow-up or correction to the first report of its outlet, unless it brings sources of its own."""
    return Evidence(3.5, f"Both are by {full.outlet}.") if _same_house(thin, full) else NOTHING


def shared_sources(thin: Footing, full: Footing) -> Evidence:
    """Join reports of one named or placed source: what it told both is told once. The more rests on it, the more so."""
    common, back = thin.shared(full), full.shared(thin)
    if not common and not back:
        return NOTHING
    whole = 1.5 * thin.part(common) * (1 - thin.part(thin.fresh(full)))
    points = whole + 1.5 * full.part(back) * (1 - full.part(full.fresh(thin)))
    return Evidence(points, f"Both quote {names_of(common or back)}.") if points else NOTHING


def no_source_of_its_own(thin: Footing, full: Footing) -> Evidence:
    """Join a report to one that quotes all its named or placed sources: it adds no telling to it."""
    if not thin.shared(full) or thin.fresh(full):
        return NOTHING
    return Evidence(1.5, f"{thin.called} names no source that {full.called} does not quote.")


def source_of_its_own(thin: Footing, full: Footing) -> Evidence:
    """Part a report whose named or placed sources the other did not hear, by their share of what it tells."""
    own = thin.fresh(full)
    part = thin.part(own)
    return Evidence(-1.0 * part, f"{thin.called} quotes {names_of(own)}, the other does not.") if part else NOTHING


def more_than_the_other(thin: Footing, full: Footing) -> Evidence:
    """Part where each has ground of its own and the fuller one tells most by people whom the thinner did not hear."""
    own = full.fresh(thin)
    part = full.part(own) if thin.ground else 0.0
    return Evidence(-1.5 * part, f"{full.called} quotes {names_of(own)}, the other does not.") if part else NOTHING


def without_ground(thin: Footing, _full: Footing) -> Evidence:
    """Join who names nobody, or has all from other outlets, and tells little by itself: it passes that on."""
    if thin.ground:
        return NOTHING
    return Evidence(1.0, f"{thin.called} has no named or placed source that it heard itself.")


def in_passing(thin: Footing, _full: Footing) -> Evidence:
    """Join who gives the matter one or two claims: it recalls what is known by then."""
    return Evidence(1.5, f"{thin.called} recalls it in passing.") if thin.size <= 2 else NOTHING


def same_words(thin: Footing, full: Footing) -> Evidence:
    """Join by words: a paraphrase or translation keeps those that carry the sense; other tellings share a third."""
    part = shingles.containment(thin.stems, full.stems)
    points = 4.0 * (part - _USUAL)
    sentence = f"{part:.0%} of the words that {thin.called} tells it in stand in the other too."
    return Evidence(points, sentence) if thin.stems and full.stems else NOTHING


def same_numbers(thin: Footing, full: Footing) -> Evidence:
    """Join by counts of people, which are passed on as they are, and part where all of them differ."""
    same = sorted(thin.figures & full.figures, key=str)
    if same:
        return Evidence(1.0, f"Both count {' and '.join(_counted(one) for one in same)}.")
    for one in sorted(thin.figures, key=str):
        rivals = [other for other in sorted(full.figures, key=str) if other[0] == one[0]]
        if rivals and all(_apart(one, other) for other in rivals):
            return Evidence(-1.0, f"{_counted(one)} in the one, {_counted(rivals[0])} in the other.")
    return NOTHING


def _apart(one: Figure, other: Figure) -> bool:
    return (one[2] is not None and one[2] < other[1]) or (other[2] is not None and other[2] < one[1])


def _counted(figure: Figure) -> str:
    slot, low, high = figure
    number = f"{low} or more" if high is None else str(low) if low == high else f"{low} to {high}"
    return f"{number} {slot}"


Feature = Callable[[Footing, Footing], Evidence]
FEATURES: tuple[Feature, ...] = (
    copied, credits_the_other, credit_a_third, same_house, shared_sources, no_source_of_its_own,
    source_of_its_own, more_than_the_other, without_ground, in_passing, same_words, same_numbers,
)  # fmt: skip


def tie(one: Footing, other: Footing) -> Tie:
    """Weigh all features of two reports; the same in either order.

    The thinner report is the one with the smaller part of sources that only it has, then with fewer claims.
    """
    thin, full = sorted(
        (one, other), key=lambda it: (it.part(it.fresh(other if it is one else one)), it.size, it.order)
    )
    found = tuple(evidence for feature in FEATURES if (evidence := feature(thin, full)).points)
    points = UNRELATED + sum(evidence.points for evidence in found)
    return Tie(thin.report, full.report, round(points, 6), found)
