"""What part a word plays where several are open to it, by the words beside it; the letters are those of `clauses`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from sayso.claims.verbs import known
from sayso.claims.wording import load

_OPENING = frozenset("DOXSPCTAR")  # what stands behind a verb rather than behind a noun
_NO_VERB = frozenset("DGP;,")  # behind these a bare form is a noun


@dataclass(frozen=True, slots=True)
class Beside:
    """A word, whether it is a name within the sentence, what is before it, the word behind it, the part beyond."""

    low: str
    part: str
    name: bool
    before: str
    before_low: str
    behind: tuple[str, str, bool]  # in lower case, its part, whether it begins with a capital
    beyond: str

    @property
    def next(self) -> str:
        """The part of the word behind."""
        return self.behind[1]

    @property
    def governs(self) -> bool:
        """Whether what stands behind can only be the object of a verb, or a clause that it opens."""
        return self.next in "DO" or self.behind[2] or self.behind[0] == "that"


@cache
def listed(name: str) -> frozenset[str]:
    """Return one of the lists of `clauses.toml`."""
    return frozenset(load("clauses.toml")[name].split())


def settled(word: Beside) -> str:
    """Return the part that a word plays."""
    return next(filter(None, (rule(word) for rule in _RULES)), word.part)


def _that(word: Beside) -> str:
    """Tell "the man that fell" from "said that he fell" and from "that man"."""
    if word.low != "that":
        return ""
    if word.before in "NG" and word.next in "vsbiXBA":
        return "R"
    return "S" if word.before in "VITNA," or word.next in "DOG" else "D"


def _to(word: Beside) -> str:
    """Tell "to leave" from "to Paris": the one is a mark of a verb."""
    if word.low != "to":
        return ""
    low, part, name = word.behind
    if name or part in "DOPGT;,":
        return "P"
    if part in "bB" or low in {"have", "do"}:
        return "X"
    return "X" if part in "NA" and word.beyond in "DO" and not low.endswith("s") else "P"


def _but(word: Beside) -> str:
    """Tell "but" that joins two verbs from one that opens a clause."""
    return "C" if word.low == "but" and word.next in "vsBX" else ""


def _time(word: Beside) -> str:
    """Take "last" for a word of time before one, and "night" for none in "a night raid"."""
    if word.part == "T" and word.before == "D" and word.next == "N":
        return "N"
    return "T" if word.low in listed("nearing") and word.next == "T" else ""


def _named(word: Beside) -> str:
    return "N" if word.name and word.part in "vsbi" else ""


def _behind_auxiliary(word: Beside) -> str:
    """Take what stands behind an auxiliary for a verb, also one that no list has."""
    if word.part in "vi" and word.before in "XB":
        return "V"
    if word.part == "b" and word.before == "X":
        return "V"
    if word.before != "X" or word.next not in "DO" or word.name:
        return ""
    return "V" if word.part == "N" or (word.part == "A" and word.low in known()) else ""


def _past(word: Beside) -> str:
    """Tell "the army attacked" from "the attacked army"."""
    if word.part != "v":
        return ""
    if word.low in listed("participles") and word.next in "Nvsbi" and word.before != "O" and word.behind[0] != "that":
        return "N"
    return "N" if word.before in "DGP" or (word.before == ";" and word.next in "Nvsbi") else "V"


def _ing(word: Beside) -> str:
    """Tell "shelling the town" from "the shelling of the town"."""
    if word.part != "i":
        return ""
    told = (
        word.before in "DG"
        or word.before_low in listed("adjectives")
        or word.next in "vBX"
        or (word.before == "N" and word.behind[0] == "of")
    )
    return "N" if told and word.behind[0] != "to" else "I"


def _third(word: Beside) -> str:
    """Tell "it attacks" from "attacks on it"."""
    if word.part != "s":
        return ""
    if word.before == "," and word.governs:
        return "V"  # "the mayor, a judge, accuses the army"
    if word.before in _NO_VERB:
        return "N"
    plural = word.low in _plurals() and not word.governs
    opens = word.next in _OPENING or word.next == "N" or word.governs
    return "V" if word.before == "O" or (word.before in "RCN" and opens and not plural) else "N"


def _base(word: Beside) -> str:
    """Tell "they attack the town" from "an attack"."""
    if word.part != "b":
        return ""
    many = word.before == "O" or (
        word.before == "N" and (word.before_low.endswith("s") or word.before_low in listed("many"))
    )
    return "V" if many and (word.governs or word.next == "S") else "N"


@cache
def _plurals() -> frozenset[str]:
    """Return the nouns that look like verbs."""
    nouns = {noun for one in load("plover.toml")["types"].values() for noun in one["names"].split()}
    return listed("plurals") | nouns | {f"{noun}s" for noun in nouns}


_RULES: tuple[Callable[[Beside], str], ...] = (
    _that, _to, _but, _time, _named, _behind_auxiliary, _past, _ing, _third, _base,
)  # fmt: skip
