"""Attributions in a form that two corpora share: where source, cue and content of one stand in a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .gold import Report, Unreadable
from .quotes import Span, anchor, parts


@dataclass(frozen=True, slots=True)
class Attribution:
    """One telling of somebody's words; each part is a tuple of spans in code points, empty where the text has none."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A report of either corpus, as far as the two can be compared."""

    body: str
    attributions: tuple[Attribution, ...]


def marked(report: Report) -> Text:
    """Return a report of this corpus: claims that share label and cue are one attribution of their first speaker."""
    grouped: dict[tuple[Span | None, Span | None], list[Span]] = {}
    for claim in report.claims:
        content = parts(report.text, claim)
        if claim["chain"] and content:
            at = anchor(report.text, content[0], claim["chain"][0])
            key = at if any(at) else (None, content[0])
            grouped.setdefault(key, []).extend(content)
    found = (
        Attribution((label,) if label else (), (cue,) if cue and cue not in content else (), tuple(sorted(content)))
        for (label, cue), content in grouped.items()
    )
    return Text(report.text, tuple(found))


def polnear(folder: Path) -> Iterator[Text]:
    """Read the news articles below a folder of PolNeAR (`text/*.txt`, `attributions/*_ANNOTATOR.ann`).

    Of an article that several people marked the first is taken. Raises `Unreadable` where the folder is another.
    """
    files: dict[str, Path] = {}
    for path in sorted(folder.glob("attributions/*.ann")):
        files.setdefault(path.stem.rsplit("_", 1)[0], path)
    if not files:
        raise Unreadable(f"there is no attributions/*.ann in {folder}")
    for name, path in files.items():
        body = (folder / "text" / f"{name}.txt").read_text("utf-8")
        yield Text(body, tuple(brat(path.read_text("utf-8"))))


def brat(annotations: str) -> Iterator[Attribution]:
    """Read the attributions of a brat file: `T` lines name spans, an `E` line joins them."""
    spans: dict[str, tuple[Span, ...]] = {}
    for line in annotations.splitlines():
        name, *fields = line.split("\t")
        if name.startswith("T") and fields:
            _, _, offsets = fields[0].partition(" ")
            pairs = (piece.split() for piece in offsets.split(";"))
            spans[name] = tuple(sorted((int(start), int(end)) for start, end in pairs))
    for line in annotations.splitlines():
        name, *fields = line.split("\t")
        if name.startswith("E") and fields:
            yield _joined(fields[0], spans)


def _joined(roles: str, spans: dict[str, tuple[Span, ...]]) -> Attribution:
    found: dict[str, tuple[Span, ...]] = {"source": (), "cue": (), "content": ()}
    for role, _, name in (pair.partition(":") for pair in roles.split()):
        key = role.lower().rstrip("0123456789")
        if key in found:
            found[key] = tuple(sorted(found[key] + spans.get(name, ())))
    return Attribution(**found)


def position(attribution: Attribution) -> str:
    """Tell where the source stands to its content: before, inside, after, or that there is none."""
    source, content = attribution.source, attribution.content
    if not source or not content:
        return "none"
    if source[0][1] <= content[0][0]:
        return "before"
    return "after" if source[0][0] >= content[-1][1] else "inside"
