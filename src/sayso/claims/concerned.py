"""Whom an event concerns: who or what it is done to, asked of, said against, by what stands behind its verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.claims.clauses import Phrase
from sayso.claims.syntax import Scene
from sayso.claims.verbs import lemma
from sayso.claims.wording import load

OWN = frozenset({"its", "his", "her", "their"})


@dataclass(frozen=True, slots=True)
class Near:
    """The phrases behind a trigger with their prepositions, and those of them that are of somebody who can act."""

    all: Sequence[tuple[str, Phrase]]
    acting: Sequence[tuple[str, Phrase]]


@cache
def words(name: str) -> frozenset[str]:
    """Return one of the lists of `parties.toml`."""
    return frozenset(load("parties.toml")[name].split())


def concerned(scene: Scene, sort: str, verb: int, at: int) -> Phrase | None:
    """Return who is acted on by what a verb tells that ends before a word.

    The object, where it can act or the type is done to things too; else the one whom a preposition names first; else
    the object after all, but for what is only another act ("imposed a curfew"). Of a verb that another follows
    ("threatened to shell the town") it is the object of that one.
    """
    at = scene.behind(at)
    if (deed := scene.deed(at)) > 0:
        return concerned(scene, sort, deed, deed + 1)
    if sort not in words("bodily") and lemma(scene.low(verb)) in words("sending") and (whom := beyond(scene, sort, at)):
        return whom
    if pleaded := asked(scene, sort, at):
        return pleaded
    near = [one for one in scene.following(at) if not is_empty(scene, one[1])]
    acting = [one for one in near if _acts(scene, *one) and not _is_own(scene, sort, one[1])]
    direct = _direct(near, at)
    if direct and (owner := owner_of(scene, direct)):
        return owner
    if direct and acting[:1] == near[:1] and not (sort == "ACCUSE" and near[0][0] == "to"):
        return direct
    thing = direct if direct and not scene.is_act(direct) and not _is_own(scene, sort, direct) else None
    if sort in words("bodily"):
        struck = _struck(scene, verb, Near(near, acting), thing)
    else:
        struck = _dealt_with(scene, sort, at, Near(near, acting), thing)
    return struck or (_named_at(scene, near) if direct and scene.is_act(direct) else None)


def _dealt_with(scene: Scene, sort: str, at: int, near: Near, thing: Phrase | None) -> Phrase | None:
    """Return whom words and dealings are meant for."""
    best = first_behind(near.acting, frozenset(load("parties.toml")["likely"].get(sort, "").split()))
    if best or (sort == "CONSULT" and thing):
        return best or thing
    signs = words("towards") | (words("answering") if sort in words("blaming") else frozenset())
    return first_behind(near.acting, signs) or beyond(scene, sort, at) or (thing if sort in words("done_to") else None)


def _named_at(scene: Scene, near: Sequence[tuple[str, Phrase]]) -> Phrase | None:
    """Return the place for which something is ordered that is done to nobody by name: "a curfew in Sefa"."""
    return next((one for sign, one in near[1:] if sign in words("ruled") and scene.is_named(one)), None)


def _acts(scene: Scene, sign: str, one: Phrase) -> bool:
    """Whether a phrase is of somebody who can act; in or from what is no country, nothing acts."""
    if scene.is_people(one) or scene.is_known(one):
        return True
    return scene.is_named(one) and not (sign in words("standing") or (sign in words("within") and scene.is_site(one)))


def _direct(near: Sequence[tuple[str, Phrase]], at: int) -> Phrase | None:
    """Return the object that stands at a word, by itself or behind a preposition that goes with the verb."""
    if not near:
        return None
    sign, one = near[0]
    return one if one.first == at or (sign in words("upon") and one.first == at + 1) else None


def _struck(scene: Scene, verb: int, near: Near, thing: Phrase | None) -> Phrase | None:
    """Return who or what is hit, or robbed, by what is done to bodies and things."""
    if thing is None:
        return first_behind(near.acting, words("towards"))
    if scene.low(thing.last - 1) in words("thrown") and lemma(scene.low(verb)) in words("throwing"):
        return first_behind(near.all, words("aimed"))
    owned = scene.low(thing.first) in OWN
    return first_behind(near.acting, frozenset({"from", "with", "to"} if owned else {"from"})) or thing


def _is_own(scene: Scene, sort: str, one: Phrase) -> bool:
    """Whether a phrase is of what is the subject's own, of which it disposes: "its forces"."""
    return scene.low(one.first) in OWN and sort in words("disposing")


def beyond(scene: Scene, sort: str, at: int) -> Phrase | None:
    """Return the first one named behind a trigger that nobody nearer is the recipient of."""
    aside = words("aside") - (words("answering") if sort in words("blaming") else frozenset())
    for sign, one in scene.further(at):
        if sign not in aside and scene.is_named(one) and _acts(scene, sign, one):
            return owner_of(scene, one) or one
    return None


def is_empty(scene: Scene, one: Phrase) -> bool:
    """Whether a phrase stands for nobody else than was named already."""
    return scene.low(one.first) in {"himself", "itself", "themselves", "that", "what"}


def asked(scene: Scene, sort: str, at: int) -> Phrase | None:
    """Return who is to do what is asked for, or is threatened unless: "demanded that the army leave"."""
    if sort in words("speaking") and scene.part(at) == "S" and scene.low(at) == "that":
        one = scene.starting(at + 1)
        return one if one and scene.part(one.first) != "O" else None
    if sort == "THREATEN" and scene.low(0) in {"if", "unless"}:
        return scene.starting(1)
    if sort == "THREATEN":
        return next(
            (scene.starting(end + 1) for end in range(at, scene.until(at)) if scene.low(end) in {"if", "unless"}), None
        )
    return None


def owner_of(scene: Scene, one: Phrase) -> Phrase | None:
    """Return whose a thing is: "Mali's efforts", not "the mayor's brother"."""
    owned = next((at for at in range(one.first, one.last - 1) if scene.part(at) == "G"), -1)
    owner = Phrase(one.first, owned)
    return owner if owned > one.first and not scene.is_people(one) and scene.is_party(owner) else None


def first_behind(near: Sequence[tuple[str, Phrase]], signs: frozenset[str]) -> Phrase | None:
    """Return the first phrase behind one of some prepositions."""
    return next((one for sign, one in near if sign in signs), None)
