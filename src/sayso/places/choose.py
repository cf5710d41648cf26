"""Which of the places that bear a name is meant. The features below are the whole explanation of a choice."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from sayso.places.company import Company
from sayso.places.evidence import Kind
from sayso.places.gazetteer import Entry
from sayso.places.geodesy import distance_m
from sayso.places.lexicon import words
from sayso.places.toponyms import Toponym

_MOST = 12  # entries weighed for one name
_RUNNERS_UP = 3
_SEAT = 12  # one in so many of a province's people
_LARGE, _VERY_LARGE = 100_000, 1_000_000  # people
_FEATURES_OF: Mapping[Kind, str] = {
    "settlement": "PS",
    "area": "ALH",
    "nature": "THVL",
    "land": "THVLPA",
    "facility": "SP",
    "loose": "APTLH",
}
_KIND_NAMES: Mapping[Kind, str] = {
    "settlement": "a town or village", "area": "an area", "nature": "a natural feature",
    "land": "a stretch of land", "facility": "a facility",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """A name to be settled for the whole report, with the areas that some mention says it lies in.

    `beside` are the names that it stands in a list with; one that is not `sure` to be a place is no company for others.
    """

    name: str
    kind: Kind
    entries: tuple[Entry, ...]
    inside: tuple[Entry, ...] = ()
    nation: str | None = None
    beside: frozenset[str] = frozenset()
    sure: bool = True


_NOBODY = Company.of({})


@dataclass(frozen=True, slots=True)
class Scene:
    """What the report as a whole says of where it plays: countries by how often named, and places already settled.

    `named` gives a country's name by its code, for the sentences.
    """

    countries: Mapping[str, int]
    outlet: str | None = None
    company: Company = _NOBODY
    named: Callable[[str], str] = str


@dataclass(frozen=True, slots=True)
class Reason:
    """What one feature holds for an entry: points, and a sentence where they are worth saying."""

    points: float
    sentence: str = ""
    of_report: bool = False  # whether it is the report that speaks for the entry, not the gazetteer


@dataclass(frozen=True, slots=True)
class Choice:
    """The entry chosen, or None where none is supported; why, in sentences; and who came next."""

    entry: Entry | None
    because: tuple[str, ...]
    runners_up: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class _Weighed:
    points: float
    entry: Entry
    reasons: Sequence[Reason]


_NOTHING = Reason(0)


def settle(questions: Sequence[Question], scene: Scene) -> list[Choice]:
    """Choose an entry for every name, three times: each choice knows the others, at last only those with support.

    The reasons are those that hold among the last choices.
    """
    for _ in range(2):
        weighed = [_weighed(item, scene) for item in questions]
        scene = replace(scene, company=_company(questions, [found[0].entry if found else None for found in weighed]))
    made: list[Choice] = []
    for _ in range(2):
        made = [_choose(item, scene) for item in questions]
        scene = replace(scene, company=_company(questions, [choice.entry for choice in made]))
    return [_explained(choice, item, scene) for item, choice in zip(questions, made, strict=True)]


def _company(questions: Sequence[Question], entries: Sequence[Entry | None]) -> Company:
    """Return what the names that are surely places have come to."""
    pairs = zip(questions, entries, strict=True)
    return Company.of({item.name: entry for item, entry in pairs if entry and item.sure})


def _explained(choice: Choice, question: Question, scene: Scene) -> Choice:
    """Say why an entry was chosen; one that names another place of the report names it as it was settled last."""
    if choice.entry is None:
        return choice
    reasons = (feature(choice.entry, question, scene) for feature in FEATURES)
    return replace(choice, because=tuple(one.sentence for one in reasons if one.points > 0 and one.sentence))


def _weighed(question: Question, scene: Scene) -> list[_Weighed]:
    """Return the likely entries, best first."""
    found = []
    for entry in _likely(question, scene):
        reasons = [feature(entry, question, scene) for feature in FEATURES]
        found.append(_Weighed(sum(reason.points for reason in reasons), entry, reasons))
    return sorted(found, key=lambda item: -item.points)


def _choose(question: Question, scene: Scene) -> Choice:
    weighed = _weighed(question, scene)
    if not weighed:
        return Choice(None, ())
    best = weighed[0].entry
    others = tuple(item.entry for item in weighed[1 : 1 + _RUNNERS_UP])
    refusal = _refusal(question, scene, weighed)
    if refusal:
        return Choice(None, (refusal,), (best, *others)[:_RUNNERS_UP])
    return Choice(best, (), others)


def _likely(question: Question, scene: Scene) -> list[Entry]:
    """Return the entries worth weighing: the first ones, and those in a country that the report speaks of.

    A town or a province that bears the name of a country, or of its own, is meant only where the text says so.
    """
    listed = list(question.entries)
    nations = {entry.country for entry in listed if entry.exact and entry.feature.startswith("A.PCL")}
    if nations and not _put(question):
        listed = [entry for entry in listed if not _shadowed(entry, nations)]
    return listed[:_MOST] + [entry for entry in listed[_MOST:] if entry.country in scene.countries][:_MOST]


def _shadowed(entry: Entry, nations: Set[str]) -> bool:
    """Whether a country of the same name stands before a place: any town, and what lies in that country."""
    return not entry.feature.startswith("A.PCL") and (entry.feature[0] == "P" or entry.country in nations)


def _put(question: Question) -> bool:
    return question.kind == "settlement" or bool(question.inside) or question.nation is not None


def _refusal(question: Question, scene: Scene, weighed: Sequence[_Weighed]) -> str:
    """Say why even the best entry is no more than a wild guess; empty where it is supported."""
    best, reasons = weighed[0].entry, weighed[0].reasons
    called = f"{best.name} ({scene.named(best.country)})"
    if any(reason.points <= -4 for reason in reasons):
        return f"The gazetteer has {called}, but the text puts it elsewhere."
    if question.kind == "nature" and best.feature[0] not in _FEATURES_OF["nature"]:
        return f"The text speaks of a natural feature; the gazetteer has only {called}."
    if best.feature.startswith(("A.PCL", "L.", "H.")) or any(reason.of_report for reason in reasons):
        return ""
    if not best.exact:
        return f"The nearest spelling in the gazetteer, {called}, is of a place far from this report."
    alone = not scene.countries and not scene.company.others(question.name)
    if not alone and not _stands_out(question, scene, [item.entry for item in weighed]):
        return f"The gazetteer has {called}, but nothing in the report speaks of that country."
    return ""


def _stands_out(question: Question, scene: Scene, entries: Sequence[Entry]) -> bool:
    """Whether a place is known without its country: a capital or a very large one.

    A large one of a rare name is too, unless the report tells of three others that all lie in one country.
    """
    best, *others = entries
    if words("directions").issuperset(question.name.casefold().split()):
        return False  # "the Central Region", "North Eastern"
    if best.feature == "P.PPLC" or best.population >= _VERY_LARGE:
        return True
    elsewhere = scene.company.others(question.name)
    if len(elsewhere) == 1 and elsewhere.total() >= 3:
        return False
    return best.population >= _LARGE and all(5 * other.population < best.population for other in others if other.exact)


# ---- the features ----


def spelling(entry: Entry, question: Question, _: Scene) -> Reason:
    """Prefer a name that is written as the gazetteer has it to one that only sounds like it."""
    if not entry.exact:
        return Reason(-1.5)
    return Reason(0.4) if entry.name.casefold() == question.name.casefold() else _NOTHING


def standing(entry: Entry, _: Question, __: Scene) -> Reason:
    """Without further words, prefer a country to a province, and a large town to a small one."""
    if entry.feature.startswith("A.PCL"):
        return Reason(5.0, f"It is the name of a country, {entry.name}.")
    if entry.feature[0] in "ALH":
        size = 0.6 * max(0.0, math.log10(max(entry.population, 1)) - 4)
        return Reason({"A.ADM1": 1.8 + size, "L.CONT": 5.0, "H.SEA": 4.0, "L.RGN": 4.0}.get(entry.feature, 1.0))
    people = 0.6 * max(0.0, min(5.0, math.log10(max(entry.population, 1)) - 2))
    sentence = f"It has {entry.population:,} people." if entry.population >= 50_000 else ""
    return Reason(people + (1.5 if entry.feature == "P.PPLC" else 0.0), sentence)


def seat(entry: Entry, question: Question, _: Scene) -> Reason:
    """Doubt a province where the name stands alone and is that of a large town in it too."""
    if question.kind not in {"", "loose"} or entry.feature not in {"A.ADM1", "A.ADM2"}:
        return _NOTHING
    lies = (entry.country, entry.admin1)
    towns = (other for other in question.entries if other.feature[0] == "P" and (other.country, other.admin1) == lies)
    least = max(5_000, entry.population // _SEAT)
    return Reason(-2.5) if any(town.population >= least for town in towns) else _NOTHING


def said_kind(entry: Entry, question: Question, _: Scene) -> Reason:
    """Believe the words around that say what it is: "the province of", "village", "Air Base"."""
    fitting = _FEATURES_OF.get(question.kind)
    if fitting is None:
        return _NOTHING
    if entry.feature[0] in fitting:
        named_after = question.kind == "land" and entry.feature[0] in "PA"
        weight = 1.0 if named_after or (question.kind in {"loose", "facility"} and entry.feature[0] != "S") else 2.5
        said = _KIND_NAMES.get(question.kind)
        return Reason(weight, f"The text calls it {said}." if said else "")
    mild = entry.feature.startswith("A.PCL") or (question.kind == "area" and entry.feature[0] == "P")
    return Reason(-1.0 if mild else -2.0)


def said_area(entry: Entry, question: Question, _: Scene) -> Reason:
    """Believe the text where it names the area it lies in: "X, Texas", "X in Anbar province"."""
    if not question.inside:
        return _NOTHING
    for area in question.inside:
        if lies_in(entry, area):
            return Reason(5.0, f"The text says that it lies in {area.name}.", of_report=True)
    return Reason(-4.0)


def said_nation(entry: Entry, question: Question, scene: Scene) -> Reason:
    """Believe the adjective of a country that stands before it: "the Syrian town of"."""
    if question.nation is None:
        return _NOTHING
    if entry.country == question.nation:
        return Reason(
            3.0, f"The text calls it by the adjective of its country ({scene.named(entry.country)}).", of_report=True
        )
    return Reason(-2.0)


def named_country(entry: Entry, _: Question, scene: Scene) -> Reason:
    """Prefer a country that the report names, itself or its people; the more often, the better."""
    times, total = scene.countries.get(entry.country, 0), sum(scene.countries.values())
    if entry.feature.startswith("A.PCL") or not times:
        return _NOTHING
    sentence = f"The report speaks of {scene.named(entry.country)} {times} time{'s' * (times > 1)}."
    return Reason(1.5 + 1.5 * times / total, sentence, of_report=True)


def near_others(entry: Entry, question: Question, scene: Scene) -> Reason:
    """Prefer what lies close to another place that the report names, above all in the same country."""
    near = None if entry.feature.startswith("A.PCL") else scene.company.nearest(entry, question.name)
    if near is None:
        return _NOTHING
    kilometres, other = near
    points = 2.0 if kilometres <= 60 else 1.5 if kilometres <= 200 else 1.0
    sentence = f"It lies {kilometres:.0f} km from {other.name}, which the report also names."
    alike = entry.country == other.country
    least = (0.0 if alike else 1.0) if entry.exact else (1.0 if alike else 2.0)
    return Reason(points if alike else points / 2, sentence, of_report=points > least)


def in_company(entry: Entry, question: Question, scene: Scene) -> Reason:
    """Prefer the country in which the other places of the report lie."""
    others = scene.company.others(question.name)
    if not others or not entry.country or (entry.feature.startswith("A.PCL") and not _is_shared(question)):
        return _NOTHING
    share = others[entry.country] / others.total()
    sentence = f"Most other places that the report names lie in {scene.named(entry.country)}." if share > 0.5 else ""
    return Reason(1.5 * share, sentence, of_report=share > 0.5)


def _is_shared(question: Question) -> bool:
    """Whether two countries bear the name, as Congo."""
    return sum(entry.exact and entry.feature.startswith("A.PCL") for entry in question.entries[:3]) > 1


def in_list(entry: Entry, question: Question, scene: Scene) -> Reason:
    """Prefer a province where the other names of a list are provinces of the same country."""
    if entry.feature != "A.ADM1":
        return _NOTHING
    listed = [scene.company.entries[name] for name in question.beside if name in scene.company.entries]
    alike = [one for one in listed if (one.feature, one.country) == (entry.feature, entry.country)]
    share = len(alike) / len(listed) if alike else 0.0
    sentence = f"The text lists it with {alike[0].name}." if share > 0.5 else ""
    return Reason(3.0 * share, sentence, of_report=share > 0.5)


def outlet_country(entry: Entry, _: Question, scene: Scene) -> Reason:
    """Prefer the country of the outlet that publishes the report."""
    if scene.outlet is None or entry.country != scene.outlet:
        return _NOTHING
    return Reason(0.75, f"The outlet's name speaks of {scene.named(entry.country)}.", of_report=True)


Feature = Callable[[Entry, Question, Scene], Reason]
FEATURES: tuple[Feature, ...] = (
    said_area, said_nation, said_kind, named_country, near_others, in_company, in_list, outlet_country, standing, seat,
    spelling,
)  # fmt: skip


def lies_in(entry: Entry, area: Entry) -> bool:
    """Whether an entry lies in a country, or in an area by the name of its first- or second-level area."""
    within = distance_m(entry.lat, entry.lon, area.lat, area.lon) <= 1.2 * area.radius_m
    if area.feature[0] == "L" or (entry.country == area.country and entry.admin1 is None):
        return within or area.feature.startswith("A.PCL")
    if entry.country != area.country:
        return False
    return area.feature.startswith("A.PCL") or area.name in {entry.admin1, entry.admin2}


def countries(toponyms: Iterable[Toponym], nations: Iterable[str]) -> Counter[str]:
    """Count how often the report names each country, by its name or by the adjective of its people."""
    named = (
        item.entries[0].country
        for item in toponyms
        if item.sure and item.entries and item.entries[0].exact and item.entries[0].feature.startswith("A.PCL")
    )
    return Counter(named) + Counter(nations)
