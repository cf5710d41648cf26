"""What an encoder would find, from marked text: `[source|The ministry] [cue|said] [content|12 people died].`

Parts with the same number belong together; `relay` and `via` are who passed the words on and the cue of that;
`person`, `organisation`, `place` and the like are mentions, `phrase` is a noun phrase about people; `he` is a source
that refers back to the last mention, source or phrase of its number; `event` is the trigger of an assault, `actor`,
`recipient`, `where` and `when` are its arguments.
"""

from __future__ import annotations

from collections.abc import Sequence

from tests.marked import Part, marked

from sayso.read.decode import Found, Linked, Read
from sayso.read.schema import MENTION_TYPES
from sayso.records import Text

_LAYERS = {"relay": "source", "he": "source", "via": "cue", "event": "trigger"}
_ROLES = {"actor": "actor", "recipient": "recipient", "where": "place", "when": "time"}
_JUDGED = {"kind": "report", "polarity": "positive", "certainty": "certain"}


def found(line: str, **judged: str) -> tuple[Text, Read]:
    """Return a text and the spans, links and classes marked in it; `judged` are the classes of all contents."""
    text, parts = marked(line)
    spans = {part: _span(part) for part in parts}
    links = tuple(link for part in parts for link in _links(part, spans))
    classes = []
    for span in spans.values():
        if span.layer in {"content", "own"}:
            classes.append((span, _JUDGED | judged))
        if span.layer == "trigger":
            classes.append((span, {"event": "ASSAULT"} | _JUDGED | judged))
    return text, Read(tuple(spans.values()), links, tuple(classes))


class Pointed:
    """Stands for what the encoder sees, where only what sources refer back to is asked."""

    def __init__(self, read: Read) -> None:
        self._ends = {(link.relation, link.origin.start): link.target for link in read.links}

    def scored(self, relation: str, start: int, targets: Sequence[tuple[int, int]]) -> dict[tuple[int, int], float]:
        """The marked link, if any, above 0; all else below."""
        target = self._ends.get((relation, start))
        return {one: 1.0 if target and one[0] == target.start else -1.0 for one in targets if one[0] != start}


def _span(part: Part) -> Found:
    if part.name == "phrase":
        return Found("phrase", "person", part.span.start, part.span.end, part.span.start)
    kind = part.name if part.name in MENTION_TYPES else "span"
    layer = "mention" if kind != "span" else "argument" if part.name in _ROLES else _LAYERS.get(part.name, part.name)
    return Found(layer, kind, part.span.start, part.span.end, part.span.start)


def _links(part: Part, spans: dict[Part, Found]) -> list[Linked]:
    """Give the links that start from one part."""
    mates = {other.name: spans[other] for other in spans if set(part.numbers) & set(other.numbers) and other != part}
    wanted: dict[str, tuple[str, ...]] = {
        "content": ("source", "cue"),
        "source": ("relay",),
        "relay": ("cue",),
        "he": ("antecedent",),
        "event": tuple(_ROLES.values()),
    }
    roles = {role: name for name, role in _ROLES.items()}
    found = []
    for relation in wanted.get(part.name, ()):
        target = mates.get(roles.get(relation, relation))
        if relation == "source":
            target = mates.get("source") or mates.get("he")
        elif part.name == "relay":
            target = mates.get("via")
        elif relation == "antecedent":
            before = [
                one
                for other, one in spans.items()
                if set(part.numbers) & set(other.numbers)
                and one.layer in {"mention", "source", "phrase"}
                and other != part
            ]
            target = before[-1] if before else None
        found.append(Linked(relation, spans[part], target))
    first = next((spans[other] for other in spans if other.name == "content" and other.numbers == part.numbers), None)
    if part.name == "content" and first is not None and spans[part] != first:
        found.append(Linked("rest", first, spans[part]))
    return found
