"""A tiny marked report, and a folder to put such reports in, for the tests of the corpus tools."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

TEXT = """\
Shots at the ferry

Two ferrymen were killed at Lokoja on Tuesday, a clerk said. “We heard nine shots,” he added."""


def link(label: str | None, cue: str | None, kind: str = "unnamed", **more: Any) -> dict[str, Any]:
    return {"label": label, "cue": cue, "kind": kind, **more}


def claim(number: int, content: str, chain: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    quote = "indirect" if chain else "none"
    facets = {"kind": "report", "polarity": "positive", "certainty": "certain", "quote": quote}
    return {"id": f"c{number}", "content": content, "chain": chain, **facets, **more}


def marks(**more: Any) -> dict[str, Any]:
    """Sound marks of `TEXT` under the name x01, with what is given put in their place."""
    clerk = link("a clerk", "said")
    sound = {
        "report": {"file": "x01.txt", "title": "Shots at the ferry", "published": "2024-05-16", "language": "en"},
        "claims": [
            claim(1, "Two ferrymen were killed at Lokoja on Tuesday", [clerk]),
            claim(2, "We heard nine shots", [link("he", "added", entity="a clerk")], quote="direct"),
        ],
        "events": [{"trigger": "killed", "type": "ASSAULT", "place": "Lokoja", "time": "2024-05-14"}],
        "times": [{"quote": "on Tuesday", "edtf": ["2024-05-14"], "delta": -2}],
        "places": [{"quote": "Lokoja", "country": "NG", "lat": 7.8, "lon": 6.74, "role": "event"}],
    }
    return sound | more


def put(folder: Path, name: str, text: str = TEXT, gold: dict[str, Any] | None = None) -> Path:
    """Write a report with its marks (those of `marks` if none are given) and return the gold's path."""
    folder.mkdir(parents=True, exist_ok=True)
    gold = gold or marks()
    gold["report"] = gold["report"] | {"file": f"{name}.txt"}
    folder.joinpath(f"{name}.txt").write_text(text, "utf-8")
    path = folder / f"{name}.gold.yaml"
    path.write_text(yaml.safe_dump(gold, allow_unicode=True, sort_keys=False), "utf-8")
    return path


def bare(published: str = "2024-05-16") -> dict[str, Any]:
    """Marks without a claim, for a text of any kind."""
    return {"report": {"file": "", "published": published, "language": "en"}, "claims": []}


def incident(reports: dict[str, list[str]], /, **more: Any) -> dict[str, Any]:
    """A sound incident x-i1 with all its reports on one origin, and what is given put in its place."""
    sound = {
        "id": "x-i1",
        "type": "ASSAULT",
        "time": ["2024-05-14"],
        "place": {"quote": "Lokoja", "report": next(iter(reports)), "country": "NG", "lat": 7.8, "lon": 6.74},
        "reports": reports,
        "origins": [{"reports": list(reports), "why": "one clerk"}],
        "state": "single-origin",
    }
    return sound | more


def put_across(folder: Path, *incidents: dict[str, Any], batch: str = "x", **more: Any) -> Path:
    """Write what a batch says together and return its path."""
    path = folder / f"{batch}.across.gold.yaml"
    path.write_text(yaml.safe_dump({"incidents": list(incidents), **more}, allow_unicode=True), "utf-8")
    return path
