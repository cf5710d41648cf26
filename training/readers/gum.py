"""Attributions and named entities of GUM: discourse trees say which clause attributes which, dependencies the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from ..example import Example, Link, Span, apart
from .joining import joined

FILES = ("splits.md", "dep/*.conllu", "rst/*.rs4")
_TOLD = ("person", "place", "organisation")
COVERS = frozenset(
    {"source", "cue", "content", *(f"{layer}.{kind}" for layer in ("mention", "phrase") for kind in _TOLD)}
)
_NAMED = {"person": ("person",), "place": ("place", "facility"), "organization": ("organisation", "armed_group")}
# A phrase is a person here that is a body of people with re3d ("the people of Iraq").
_PHRASED = {"person": ("person", "organisation"), "place": ("place",), "organization": ("organisation",)}
_FIRST = {"i", "we", "you"}  # "I think" is a hedge, "you know" a filler: no attribution in a report
_EDGES = {'"', "“", "”", ",", ".", "''", "``", "that", "That"}


@dataclass(frozen=True, slots=True)
class Word:
    """A token: its head counted from 0 in the document (itself for a root), and the entities that it opens and ends."""

    form: str
    tag: str
    head: int
    relation: str
    entity: str


def examples(folder: Path) -> Iterator[Example]:
    """Read the documents of the training split."""
    for name in train(folder / "splits.md"):
        path = folder / "dep" / f"{name}.conllu"
        if path.is_file() and "_reddit_" not in name:
            tree = ElementTree.parse(folder / "rst" / f"{name}.rs4").getroot()
            yield document(list(words(path.read_text("utf-8"))), tree)


def train(splits: Path) -> list[str]:
    """Return the names below the heading `train`."""
    part = splits.read_text("utf-8").partition("## train\n")[2].partition("## ")[0]
    return re.findall(r"\* (\w+)", part)


def words(text: str) -> Iterator[Word]:
    """Read the tokens of a document in CoNLL-U."""
    first = count = 0
    for line in text.splitlines():
        fields = line.split("\t")
        if not line:
            first = count
        elif len(fields) == 10 and fields[0].isdigit():
            head = first + int(fields[6]) - 1 if fields[6] != "0" else count
            entity = next((part[7:] for part in fields[9].split("|") if part.startswith("Entity=")), "")
            yield Word(fields[1], fields[3], head, fields[7], entity)
            count += 1


def document(tokens: list[Word], tree: ElementTree.Element) -> Example:
    """Join the two trees of a document into one example."""
    text, places = joined(word.form for word in tokens)
    spans, links = [*_names(tokens, places), *_phrases(tokens, places)], []
    for satellite, nucleus in attributions(tree):
        found = _told(tokens, satellite)
        content = _trimmed(tokens, nucleus)
        if found is None or not content:
            continue
        source, cue = ((places[part[0]][0], places[part[-1]][1]) if part else None for part in found)
        start = places[content[0]][0]
        spans.append(Span("content", start, places[content[-1]][1]))
        for name, place in (("source", source), ("cue", cue)):
            spans += [Span(name, *place)] if place else []
            links.append(Link(name, start, place[0] if place else None))
    return Example(text, apart(tuple(spans)), tuple(links), covers=COVERS)


def attributions(tree: ElementTree.Element) -> Iterator[tuple[list[int], list[int]]]:
    """Give the token numbers of each attributing clause and of what it attributes."""
    nodes = {node.get("id", ""): node for node in tree.iter() if node.tag in {"segment", "group"}}
    below: dict[str, list[str]] = {}
    for name, node in nodes.items():
        below.setdefault(node.get("parent", ""), []).append(name)
    joint = {rel.get("name") for rel in tree.iter("rel") if rel.get("type") == "multinuc"} | {"span"}
    tokens: dict[str, list[int]] = {}
    at = 0
    for name, node in nodes.items():
        size = len((node.text or "").split()) if node.tag == "segment" else 0
        tokens[name] = list(range(at, at + size))
        at += size

    def covered(name: str) -> list[int]:
        """All tokens of a node: its own, those of its nuclei, and those of the satellites of these."""
        found = list(tokens[name])
        for nucleus in (child for child in below.get(name, []) if nodes[child].get("relname") in joint):
            found += covered(nucleus)
            for child in below.get(nucleus, []):
                if nodes[child].get("relname") not in joint:
                    found += covered(child)
        return sorted(found)

    for name, node in nodes.items():
        if (node.get("relname") or "").startswith("attribution-"):
            yield covered(name), covered(node.get("parent", ""))


def _told(tokens: list[Word], clause: list[int]) -> tuple[list[int], list[int]] | None:
    """Find source and cue in an attributing clause; None where nobody but speaker or hearer is meant."""
    heads = [at for at in clause if tokens[at].head not in clause or tokens[at].head == at]
    if not heads:
        return None
    if [tokens[at].form.lower() for at in clause[:2]] == ["according", "to"]:
        return _trimmed(tokens, clause[2:]), clause[:2]
    verb = next((at for at in heads if tokens[at].tag == "VERB"), heads[-1])
    subject = next((at for at in clause if tokens[at].head == verb and tokens[at].relation == "nsubj"), None)
    if subject is None or tokens[subject].form.lower() in _FIRST:
        return None
    return _trimmed(tokens, _subtree(tokens, subject, clause)), [verb]


def _subtree(tokens: list[Word], top: int, within: Iterable[int]) -> list[int]:
    found = {top}
    size = 0
    inside = list(within)
    while size != len(found):
        size = len(found)
        found |= {at for at in inside if tokens[at].head in found}
    return sorted(found)


def _trimmed(tokens: list[Word], part: list[int]) -> list[int]:
    """Take the first run of neighbouring tokens, without marks and `that` at its edges."""
    run = [at for number, at in enumerate(part) if at - number == part[0]]
    while run and tokens[run[0]].form in _EDGES:
        run = run[1:]
    while run and tokens[run[-1]].form in _EDGES:
        run = run[:-1]
    return run


def _names(tokens: list[Word], places: list[tuple[int, int]]) -> Iterator[Span]:
    """Mark the names in persons, places and organisations: their runs of proper nouns, each in its innermost entity."""
    kinds: dict[int, str] = {}
    for start, end, kind in sorted(_entities(tokens), key=lambda one: one[0] - one[1]):
        kinds |= dict.fromkeys(range(start, end + 1), kind)
    runs: list[list[int]] = []
    for at, word in enumerate(tokens):
        if word.tag == "PROPN" and kinds.get(at) in _NAMED:
            if runs and runs[-1][-1] == at - 1 and kinds[at - 1] == kinds[at]:
                runs[-1].append(at)
            else:
                runs.append([at])
    for run in runs:
        yield Span("mention", places[run[0]][0], places[run[-1]][1], _NAMED[kinds[run[0]]])


def _phrases(tokens: list[Word], places: list[tuple[int, int]]) -> Iterator[Span]:
    """Mark whole noun phrases that hold a name; those that hold none stay open, as re3d marks only some of them."""
    for start, end, kind in _entities(tokens):
        part = tokens[start : end + 1]
        if kind in _PHRASED:
            named = any(word.tag == "PROPN" for word in part)
            yield Span("phrase", places[start][0], places[end][1], _PHRASED[kind] if named else ())


def _entities(tokens: list[Word]) -> Iterator[tuple[int, int, str]]:
    """Give first token, last token and type of each entity; brackets open and close around it."""
    stack: list[tuple[str, int, str]] = []
    for at, word in enumerate(tokens):
        for piece in re.findall(r"\([^()]*\)?|[^()]*\)", word.entity):
            if piece.startswith("("):
                name, _, rest = piece[1:].partition("-")
                stack.append((name, at, rest.partition("-")[0].rstrip(")")))
            if piece.endswith(")") and stack:
                name = piece.strip("()").partition("-")[0]
                index = max((n for n, one in enumerate(stack) if one[0] == name), default=len(stack) - 1)
                _, start, kind = stack.pop(index)
                yield start, at, kind
