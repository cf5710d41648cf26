"""The Admiralty scale: reliability is a person's word on a source, credibility one on a claim, and the two stay apart.

After FM 2-22.3 (US Army 2006, appendix B) and AJP-2.1, which grade each axis by itself; no function here takes both.
F and 6 mean that it cannot be judged, which is where everything stands until a person says otherwise.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any, Literal

from sayso.errors import BadValue, Unconfirmed
from sayso.rulings import Attested, Grade, Proposal

Axis = Literal["source-reliability", "information-credibility"]

CONFIRMING = 2  # independent origins, below which nothing is confirmed by other sources
_SCALES: dict[Axis, str] = {"source-reliability": "A to F", "information-credibility": "1 to 6"}


@cache
def _scales() -> dict[str, Any]:
    return loads(files("sayso.link").joinpath("admiralty.toml").read_text("utf-8"))


def _grade(axis: Axis, value: str) -> Grade:
    known: dict[str, dict[str, str]] = _scales()[axis]
    key = value.strip().lower()
    if key not in known:
        what = axis.replace("-", " ")
        raise BadValue(f"{value!r} is no grade of {what}.", f"Give one of {_SCALES[axis]}.")
    return Grade(f'{_scales()["namespace"]}:{axis}="{key}"', key.upper(), **known[key])


def reliability(letter: str) -> Grade:
    """Return the grade of a source by its letter, A to F; raises BadValue."""
    return _grade("source-reliability", letter)


def credibility(number: str) -> Grade:
    """Return the grade of a claim by its number, 1 to 6; raises BadValue."""
    return _grade("information-credibility", number)


def tagged(tag: str) -> Grade:
    """Return the grade that a machine tag means; raises BadValue."""
    axis, _, value = tag.removeprefix(f"{_scales()['namespace']}:").partition("=")
    if axis not in _SCALES:
        raise BadValue(f"{tag!r} is no tag of the Admiralty scale.", "Write it as `sayso judge grade` does.")
    return _grade(axis, value.strip('"'))


def confirmed(number: str, attested: Attested) -> Grade:
    """Return the credibility that a person gives a claim; raises Unconfirmed for a 1 that nothing independent bears."""
    grade = credibility(number)
    if grade.value == "1" and attested.independent < CONFIRMING:
        raise Unconfirmed(_bearing(attested))
    return grade


def _bearing(attested: Attested) -> str:
    if attested.origins < CONFIRMING:
        return "no second origin affirms it; copies and echoes of one telling are one origin"
    return f"{attested.origins} origins affirm it, but no two of them are shown to be independent of each other"


def propose(attested: Attested) -> Proposal:
    """Propose a claim's credibility, from what is attested alone; whether it is logical in itself is for a person.

    1 where independent origins affirm it and none speaks against it, 2 where fewer speak against it than these, 3
    where several affirm it whose independence is not shown, 4 where as many or fewer speak against it, 5 where more do,
    or its own report took it back, 6 where one origin stands alone.
    """
    number, because = _weighed(attested)
    return Proposal(credibility(number), (because, "Whether it is logical in itself was not looked at."))


def _weighed(attested: Attested) -> tuple[str, str]:
    if attested.withdrawn:
        return "5", "A correction of its own report takes it back."
    return _opposed(attested) if attested.against else _unopposed(attested)


def _opposed(attested: Attested) -> tuple[str, str]:
    origins, against = attested.origins, attested.against
    speak = "one origin speaks against it" if against == 1 else f"{against} origins speak against it"
    if attested.independent >= CONFIRMING and attested.independent > against:
        return "2", f"{_affirmed(attested)}, {attested.independent} of them shown to be independent; {speak}."
    return "4" if origins >= against else "5", f"{_affirmed(attested)}; {speak}."


def _unopposed(attested: Attested) -> tuple[str, str]:
    if attested.independent >= CONFIRMING:
        shown = f"{attested.independent} of them shown to be independent"
        return "1", f"{_affirmed(attested)}, {shown}; none speaks against it."
    if attested.origins >= CONFIRMING:
        return "3", f"{_affirmed(attested)}; their independence is not established; none speaks against it."
    return "6", f"{_affirmed(attested)}; nothing else is known of it."


def _affirmed(attested: Attested) -> str:
    count = attested.origins
    return f"{count} origins affirm it" if count > 1 else "One origin affirms it" if count else "No origin affirms it"
