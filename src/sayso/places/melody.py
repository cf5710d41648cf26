"""The vowels of a name, coarsely: what kind stands between each two consonants, and when two names agree in that."""

from __future__ import annotations

from collections.abc import Iterator

VOWEL = "~"  # in a skeleton, a vowel at its start or end
UNKNOWN = "·"  # in a spelling, a vowel that the script does not write
UNVOCALISED = 1 << 31
NONE, _OPEN, _MID, _FRONT, _ROUND, _GLIDE = range(6)
_SLOTS = 10
_BITS = 3


def at(slot: int, vowel: int) -> int:
    """Return a melody with this kind of vowel in one slot; slots after the tenth are not kept."""
    return vowel << _BITS * slot if slot < _SLOTS else 0


def kind(vowels: str) -> int:
    """Tell the kinds of vowel in one written group: round (o, u, w), front (i, y), open (a) and e between the two.

    Arabic has three short vowels; o and u, i and e, e and a are neighbours that one sound is written with, and a glide
    is written with its vowel or without (Dayr, Deir; Mawsil, Mosul). A glide towards a (-ia, -iya) is two syllables and
    a kind of its own: Masaya is not Masai.
    """
    if vowels == UNKNOWN:
        return NONE
    if any(letter in "ouw" for letter in vowels):
        return _ROUND
    if vowels == "ee" or not vowels.strip("iy"):
        return _FRONT
    if "ia" in vowels or "ya" in vowels:
        return _GLIDE
    return _OPEN if not vowels.strip("a") else _MID


def last_kind(vowels: str) -> int:
    """Tell the kind of a last vowel: the Russian neuter -oye is Ukrainian -e (Rubezhnoye, Rubizhne)."""
    return _MID if vowels in {"oe", "oye"} else kind(vowels)


_COST = {
    frozenset({_OPEN, _MID}): 0.15, frozenset({_MID, _FRONT}): 0.2, frozenset({_OPEN, _FRONT}): 0.5,
    frozenset({_FRONT, _ROUND}): 0.5, frozenset({_MID, _ROUND}): 0.6, frozenset({_OPEN, _ROUND}): 0.9,
}  # fmt: skip
_MISSING = 0.4
_WRITTEN_ALIKE = frozenset({_MID, _FRONT})  # one letter stands for i, ay and ei where vowels are left out
_ALLOWED, _OFFSET = 0.28, 1.5  # for each consonant after the first one and a half


def agree(skeleton: str, one: int, other: int) -> bool:
    """Say whether two melodies over one skeleton can be of one name.

    A vowel may go missing (Qunaytirah, Qunaytra), a and e are one (Hasakah, Haseke), i and u change places (Hims, Homs;
    Kharkiv, Kharkov); a against o is rare. What differs is added up and may not pass what the length allows, for a long
    name has room for two habits and a short one for none. First and last vowels are heard best and count double, but
    for a, e and i at the start (Idlib, Adlib). Where a script leaves vowels out, missing ones cost nothing.
    """
    free = (one | other) & UNVOCALISED
    cost = sum(
        _COST.get(frozenset({mine, theirs}), _MISSING) * _weight(skeleton, one | other, slot, {mine, theirs})
        for slot, mine, theirs in _slots(one, other, len(skeleton))
        if mine != theirs and not (free and ({mine, theirs} <= _WRITTEN_ALIKE or NONE in {mine, theirs}))
    )
    return cost <= _ALLOWED * (len(skeleton.strip(VOWEL)) - _OFFSET)


def _slots(one: int, other: int, length: int) -> Iterator[tuple[int, int, int]]:
    return ((slot, one >> _BITS * slot & 7, other >> _BITS * slot & 7) for slot in range(min(length, _SLOTS)))


def _weight(skeleton: str, either: int, slot: int, kinds: set[int]) -> float:
    """How much a difference in this slot counts: twice at the edges, less for a vowel before two consonants.

    Before two consonants Arabic has short vowels only, and they are the ones that change (Homs, Hims; Sirt, Surt).
    """
    at_end, short = slot == len(skeleton) - 1, len(skeleton.strip(VOWEL)) < 3
    if (skeleton[-1] == VOWEL and at_end) or (slot == 1 and skeleton[0] == VOWEL and (_ROUND in kinds or short)):
        return 2.0
    return 1.0 if at_end or either >> _BITS * (slot + 1) & 7 else 0.7
