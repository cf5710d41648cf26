"""Development figures for events: `python -m evaluation.plover FOLDER`, from the root of the tree.

FOLDER holds `PLOVER_GSR_CAMEO.txt`: sentences, each marked with one event. Its types are of an older draft and are read
as those of draft 0.8 by the table of `CAMEO2PLOVER-2021.txt`. An event of ours is the one marked where the triggers
share a word; "killed" beside "attack" is no event of ours but what the act led to, so there the act is. A record
without such an event counts as wrong in every figure but those headed `where found`. The records mark actors and
recipients by words, also where these are an adjective ("Malian") or a country in which something was done; those on
both sides at once count as actors alone. One is right where its head, the last word before a preposition or a clause,
stands in the words that we give. Nothing is trained on these records.

A fifth, `study`, may be read by whoever works on the rules: the records of whose id the SHA-256 is divisible by five.
Of all others, `rest`, only the figures are looked at, and these are the ones to trust.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from sayso.records import Event, Reading
from sayso.workspace import read

Record = dict[str, Any]
NEWER = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
_OUTCOME = re.compile(r"kill\w*|wound\w*|injur\w*")
_STUDIED = 5  # of as many records one may be read
_MARKED = re.compile(r"\(?EVT: ([^()]+)\)")
_WORD = re.compile(r"[\w’'-]+")
_OWNER = re.compile(r"[’']s?$")
_PREPOSITION = re.compile(
    r"\s(?:of|in|from|at|on|for|to|with|by|against|near|who|which|that|\w+ing|\w+ed (?:out|by|in|from|to|with))\s|,|\("
)
_SMALL = frozenset({"the", "a", "an", "to", "of", "in", "on", "for", "with", "and", "at", "by", "from", "that", "its"})
_COLUMNS = ("study", "rest", "all")
_ROLES = {"actor": "source", "recipient": "target"}


def records(folder: Path) -> list[Record]:
    """Return the records that have a text; raises OSError or ValueError where the file cannot be read."""
    found: list[Record] = json.loads((folder / "PLOVER_GSR_CAMEO.txt").read_text("utf-8"))
    return [record for record in found if record.get("text")]


def part(record: Record) -> str:
    """Return `study` for a record that may be read, `rest` for one of which only figures are looked at."""
    return "rest" if int(sha256(record["id"].encode()).hexdigest(), 16) % _STUDIED else "study"


def words(phrase: str) -> frozenset[str]:
    """Return the words of a phrase that carry meaning, in lower case and without a possessive."""
    return frozenset(_OWNER.sub("", word.lower()) for word in _WORD.findall(phrase)) - _SMALL


def head(phrase: str) -> str:
    """Return the last word before the first preposition or clause, in lower case and without a possessive."""
    found = _WORD.findall(_PREPOSITION.split(phrase.strip(" ."))[0])
    return _OWNER.sub("", found[-1].lower()) if found else ""


def heads(record: Record, role: str) -> frozenset[str]:
    """Return the heads of the actors or recipients of a record."""
    listed = record.get(_ROLES[role]) or []
    parties = [listed] if isinstance(listed, dict) else listed  # a single one stands without its list
    named = [one.get("actorText", "") for one in parties if isinstance(one, dict)]
    return frozenset(map(head, named)) - {""}


def markup(record: Record) -> str:
    """Return the text of a record with its marks."""
    info = record["textInfo"]
    return str(info["markup"] if isinstance(info, dict) else info)


def told(record: Record, reading: Reading) -> list[Event]:
    """Return the events of ours that tell the one marked."""
    marked = words(" ".join(_MARKED.findall(markup(record))) or record["eventText"])
    same = [event for event in reading.events if words(event.trigger.text) & marked]
    outcome = any(_OUTCOME.fullmatch(word) for word in marked)
    return same or [event for event in reading.events if outcome and event.type == "ASSAULT"]


def score(record: Record, reading: Reading) -> Iterator[tuple[str, bool]]:
    """Give the figures that a record counts in, and whether it counts as right."""
    wanted, found = NEWER.get(record["event"], record["event"]), told(record, reading)
    right = any(event.type == wanted for event in found)
    yield "event found", bool(found)
    yield "event type", right
    yield "type of any event", any(event.type == wanted for event in reading.events)
    if found:
        yield "event type where found", right
    said = {mention.id: mention.span.text for mention in reading.mentions}
    for role in _ROLES:
        if marked := heads(record, role):
            given = [said[one] for event in found for one in (event.actors if role == "actor" else event.recipients)]
            match = any(name in words(phrase) or name in {head(phrase)} for name in marked for phrase in given)
            yield f"{role} head", match
            if found:
                yield f"{role} head where found", match


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of both parts and of all records, then for each type how many are right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--verbose", action="store_true", help="print each record of `study` that is wrong in anything")
    options = parser.parse_args(arguments)
    want, got = defaultdict[str, Counter[str]](Counter), defaultdict[str, Counter[str]](Counter)
    for record in records(options.folder):
        reading = read(record["text"].encode(), name="record.txt")
        scores = dict(score(record, reading))
        for name, right in (*scores.items(), (f"  {record['event']}", scores["event type"])):
            for column in (part(record), "all"):
                want[name][column] += 1
                got[name][column] += right
        if options.verbose and part(record) == "study" and not all(scores.values()):
            sys.stdout.write(_shown(record, reading))
    sys.stdout.write(f"{'':26}" + "".join(f"{column:>16}" for column in _COLUMNS) + "\n")
    for name, number in want.items():
        shares = (f"{got[name][one]:6}/{number[one]:<4}{_share(got[name][one], number[one])}" for one in _COLUMNS)
        sys.stdout.write(f"{name:26}{''.join(shares)}\n")
    return 0


def _share(right: int, of: int) -> str:
    return f"{right / of:.3f}" if of else "    -"


def _shown(record: Record, reading: Reading) -> str:
    """Return a record with its marks, and below it the events of ours with their sides."""
    said = {mention.id: mention.span.text for mention in reading.mentions}
    lines = [f"{record['event']}: {markup(record)}"]
    for event in reading.events:
        actors, recipients = ([said[one] for one in side] for side in (event.actors, event.recipients))
        lines.append(f"    {event.type} {event.trigger.text!r} {actors} -> {recipients}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
