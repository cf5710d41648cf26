"""An invented report of a shot at a lock, read by hand: who fired on whom, where it was, said and written."""

from __future__ import annotations

from typing import Any

from sayso.records import Block, Claim, Entity, Event, Link, Mention, Place, Reading, Text, Time
from sayso.spans import Span, cut

BODY = (
    "ADEN, 8 April —\n\n"
    "The guard of the lock, a clerk said in Mukalla on Tuesday, fired on two bargemen near Shibam. "
    "Rowers in Shibam saw the guard leave."
)


def words(text: str, after: str = "") -> Span:
    start = BODY.index(text, BODY.index(after))
    return cut(BODY, start, start + len(text))


def place(number: int, text: str, after: str = "", **fields: Any) -> Place:
    values: dict[str, Any] = {"basis": "unresolved", **fields}
    return Place(f"p{number}", words(text, after), **values)


FIRED = Event("v1", words("fired on"), "ASSAULT", ("m1",), ("m2",), "p3", "t1")
BY_CLERK = Claim(
    "c1",
    (words("The guard of the lock"), words("fired on two bargemen near Shibam")),
    (Link(words("a clerk"), "unnamed", cue=words("said")),),
    events=("v1",),
)
READING = Reading(
    "ba" * 32,
    "hand",
    Text(
        BODY,
        (Block(words("ADEN, 8 April —"), "dateline"), Block(cut(BODY, 17, len(BODY)), "paragraph")),
        outlet="Lock Post",
        language="en",
    ),
    mentions=(
        Mention("m1", words("The guard of the lock"), "armed_group", "e1"),
        Mention("m2", words("two bargemen"), "person"),
    ),
    entities=(Entity("e1", "Lock Guard of Aden", "armed_group", ("m1",)),),
    times=(Time("t1", words("Tuesday"), "2031-04-08"),),
    places=(
        place(1, "ADEN"),
        place(2, "Mukalla", geonames=5, basis="gazetteer"),
        place(3, "Shibam", geonames=7, basis="gazetteer"),
        place(4, "Shibam", "Rowers", geonames=7, basis="gazetteer"),
    ),
    events=(FIRED,),
    claims=(BY_CLERK,),
)
