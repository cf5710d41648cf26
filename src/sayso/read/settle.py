"""What the attributions of one sentence are to each other, and what of it is left to the report's own voice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.read.attribution import Frame
from sayso.read.lexicon import words as listed
from sayso.read.phrases import Range, Sentence, is_clause, phrase_from
from sayso.spans import Span

_SHORTEST = 3  # tokens: what is shorter is no statement
_THAT_AND_THAT = re.compile(r",?c[ak]*h|,h(?=[dNnrmpa])")
# ", and", ", while"
_JOINT = re.compile(r",c(?=a*(?:[dNnrmh]+[dNnpoymaewct]*[xzvVe]|[sp]))|;|,s(?=[dNnrm]+[dNnpoymae]*[xzvVe])")
_OPENER = re.compile(rf"(?:{'|'.join(listed('openers'))}) ,|{'|'.join(listed('preambles'))}")


def settle(sentence: Sentence, found: list[Frame]) -> list[Frame]:
    """Join nested attributions into chains, cut contents where the next attribution begins, drop what is swallowed."""
    kept: list[Frame] = []
    for frame in _with_sources(sentence, found):
        kept[-1:] = _join(sentence, kept[-1], frame) if kept else [frame]
    return [part for frame in kept if frame.content for part in _halves(sentence, frame) if part.content]


def _with_sources(sentence: Sentence, found: list[Frame]) -> list[Frame]:
    """Give participles ("…, adding that") the source before them, and an outlet that was told its link."""
    last: Range | None = None
    medium = _medium(sentence)
    done = []
    for frame in found:
        source = frame.source
        if frame.order == "participle":
            source = last or phrase_from(sentence, 0)
            if source is None or source[1] > frame.cue[0]:
                continue
        told, via = (frame.listener, None) if frame.listener else medium
        told = told if told and _is_outlet(sentence, told) else None
        if source and told and source[0] < told[0] - 2 and told[0] <= source[1]:
            source = sentence.trimmed(source[0], told[0] - 2)
        done.append(replace(frame, source=source, relays=((told, via), *frame.relays) if told else frame.relays))
        inside = any(left < frame.edge < right for other in done[:-1] for left, right in other.content)
        last = source if source and not (inside and sentence.tags[frame.edge - 1] not in ",;cs") else last
    return done


def _medium(sentence: Sentence) -> tuple[Range | None, Range | None]:
    """Return who carried the words, and its cue: "in an interview with X", "Y, quoted by X, said"."""
    for at in range(len(sentence.tags) - 2):
        if sentence.words(at, at + 2) in listed("media_phrases"):
            return phrase_from(sentence, at + 2), (at, at + 2)
    return None, None


def _is_outlet(sentence: Sentence, where: Range) -> bool:
    """Whether a listener is an outlet: by a word of the name, or because it is a bare name that is told things."""
    words = set(sentence.words(*where).split())
    bare = set(sentence.tags[slice(*where)]) == {"N"} and not words & (listed("organisation") | listed("person_titles"))
    return bare or bool(words & listed("outlet") and not words & listed("occasions"))


def _join(sentence: Sentence, first: Frame, second: Frame) -> list[Frame]:
    """Take two attributions of one sentence, in the order of their cues: one, or both, as they should stand."""
    inside = any(left <= second.edge < right for left, right in first.content)
    swallowed = second.order in {"adverb", "passive"} and first.source is not None and inside
    if swallowed or (first.source, first.cue) == (second.source, second.cue) or first.content == second.content:
        return [first]
    if second.source and second.order == "after" and first.order == "before":
        relays = (*first.relays, (second.source, second.cue), *second.relays)
        return [replace(_cut(sentence, first, second.edge), relays=relays)]
    if not inside:
        return [first, second]
    source = second.source if second.order == "before" and second.edge <= first.content[0][0] + 1 else None
    if source and first.source:  # "X said he feared …" is X's alone
        relays = (*second.relays, (first.source, first.cue), *first.relays)
        return [first if sentence.tags[source[0]] == "r" else replace(second, relays=relays)]
    if second.order == "participle" or (second.edge > 0 and sentence.tags[second.edge - 1] in ",;cs"):
        return [_cut(sentence, first, second.edge), second]
    return [first]


def _cut(sentence: Sentence, frame: Frame, edge: int) -> Frame:
    parts = (sentence.trimmed(left, min(right, edge)) for left, right in frame.content)
    return replace(frame, content=tuple(part for part in parts if part[0] < part[1]))


def _halves(sentence: Sentence, frame: Frame) -> Iterator[Frame]:
    """Make two claims of "that A and that B"; leave opening connectives out of contents."""
    (left, right), *others = [(_after_opener(sentence, *part), part[1]) for part in frame.content]
    apart = all(sentence.tags[part[0] - 1] == "c" and is_clause(sentence.tags[slice(*part)]) for part in others)
    joints = [] if others else [*_THAT_AND_THAT.finditer(sentence.tags, left, right), *_joints(sentence, left, right)]
    for piece in _pieces(sentence, left, right, joints):
        parts = (piece,) if apart else (piece, *others)
        yield replace(frame, content=tuple(part for part in parts if part[0] < part[1]))
    if others and apart:  # "A did this, X said, and B did that"
        yield replace(frame, content=tuple(others))


def _joints(sentence: Sentence, left: int, right: int) -> Iterator[re.Match[str]]:
    """Find where "A did this, and B did that" joins two clauses with subjects of their own."""
    tags = _finite(sentence)
    for hit in _JOINT.finditer(tags, left, right):
        halves = (tags[left : hit.start()], tags[hit.end() : right])
        contrast = hit.group() != ",s" or sentence.words(hit.end() - 1, hit.end()) in listed("contrast")
        if contrast and all(len(half) >= _SHORTEST and is_clause(half) for half in halves):
            yield hit
            left = hit.end()


def _finite(sentence: Sentence) -> str:
    """Return the classes with cue verbs in -ing as plain participles, unless they follow a form of "be"."""
    before = "." + sentence.tags
    return "".join(
        "i" if token.verb and token.verb.form == "ing" and before[at] not in "zag" else token.tag
        for at, token in enumerate(sentence.tokens)
    )


def _states(sentence: Sentence, left: int, right: int) -> bool:
    """Whether a piece of the report's own voice is long enough to say something: no hour, no number, no bare name."""
    tags = sentence.tags[left:right]
    words = [tag for tag in tags if tag.isalpha()]
    labelled = ":" in tags and set(words) != {"m"}  # "Missing: none"
    return len(tags) >= _SHORTEST and (labelled or len(words) >= _SHORTEST) and not set(words) <= set("Nm")


def _pieces(sentence: Sentence, left: int, right: int, joints: Iterable[re.Match[str]]) -> Iterator[Range]:
    cuts = sorted({hit.start(): hit.end() for hit in sorted(joints, key=re.Match.end)}.items())
    return map(sentence.trimmed, [left, *(end for _, end in cuts)], [*(start for start, _ in cuts), right])


def _after_opener(sentence: Sentence, left: int, right: int) -> int:
    """Step over "However," and its like."""
    opens = left == 0 or sentence.tags[left - 1] in ",."
    hit = _OPENER.match(sentence.words(left, min(left + 9, right))) if opens else None
    return left + len(hit.group().split()) if hit else left


def own_clauses(sentence: Sentence, settled: list[Frame]) -> list[Span]:
    """Return the statements of a sentence that nobody else is given as the source of."""
    relative = [
        frame.source[1] for frame in settled[:1] if frame.source and re.match(",?w", sentence.tags[frame.source[1] :])
    ]
    edges = relative or [edge for frame in settled for edge in (frame.edge, *(left for left, _ in frame.content))]
    edge = min(edges, default=len(sentence.tags))
    left, right = sentence.trimmed(_after_opener(sentence, 0, edge), edge)
    if not settled:
        pieces = _pieces(sentence, left, right, _joints(sentence, left, right))
        return [sentence.cut(*piece) for piece in pieces if _states(sentence, *piece)]
    tags = sentence.tags[left:right]
    clause = len(tags) >= _SHORTEST and is_clause(tags) and (tags[0] not in "spoy" or re.search("s.*,|[xzv]", tags[1:]))
    return [sentence.cut(left, right)] if clause and (relative or sentence.tags[edge - 1] in ",;-c") else []
