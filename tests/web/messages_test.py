from __future__ import annotations

import re
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import get_args

import pytest
from jinja2 import Environment

from sayso.records import PartOfDay
from sayso.web.messages import load

PAGES = files("sayso.web")
TEMPLATES = sorted(PAGES.joinpath("templates").iterdir(), key=lambda path: path.name)
SOURCES = [*TEMPLATES, *(path for path in PAGES.iterdir() if path.name.endswith(".py"))]
MESSAGES = load()


def keys_used() -> set[str]:
    text = "".join(path.read_text("utf-8") for path in SOURCES)
    return set(re.findall(r"""["']([a-z_]+(?:\.[a-z_0-9]+)+)["']""", text))


def test_a_message_is_filled_in() -> None:
    assert "Untitled: a.txt" == MESSAGES("list.untitled", name="a.txt")


def test_braces_in_a_value_are_left_alone() -> None:
    assert "Untitled: {x}" == MESSAGES("list.untitled", name="{x}")


@pytest.mark.parametrize(("count", "words"), [(0, "0 claims"), (1, "1 claim"), (2, "2 claims")])
def test_a_plural_follows_the_count(count: int, words: str) -> None:
    assert words == MESSAGES("list.claims", count=count)


def test_an_unknown_message_is_an_error() -> None:
    with pytest.raises(KeyError):
        MESSAGES("list.nonsense")


def test_every_message_that_a_page_names_exists() -> None:
    known = set(MESSAGES.entries) | {key.removesuffix(".one") for key in MESSAGES.entries}
    sections = {key.split(".")[0] for key in MESSAGES.entries}
    used = {key for key in keys_used() if key.split(".")[0] in sections and not key.endswith(".html")}

    assert set() == used - known


def test_every_message_is_used() -> None:
    text = "".join(path.read_text("utf-8") for path in SOURCES)
    built = (
        "about.", "language.", "part_of_day.", "help.", "error.", "kind.", "slot.", "state.", "stance.", "credibility.",
        "reliability.", "judged.", "today.", "site.", "source.", "search.scope.",
        "search.dated.", "search.reviewed.", "search.what.", "search.filter.", "view.", "layer.",
        "export.kind.", "handing.export.", "handing.brief.", "handing.by.", "handing.profile",
    )  # fmt: skip
    names = {re.sub(r"\.(one|other)$", "", key) for key in MESSAGES.entries if not key.startswith(built)}

    assert set() == {name for name in names if f'"{name}"' not in text and f"'{name}'" not in text}


def test_every_part_of_day_has_words() -> None:
    assert [] == [part for part in get_args(PartOfDay) if not MESSAGES.has(f"part_of_day.{part}")]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_words_stand_in_a_template(path: Traversable) -> None:
    source = path.read_text("utf-8")
    words = " ".join(value for _, kind, value in Environment().lex(source) if kind == "data")
    shown = re.sub(r"<[^>]*>", " ", re.sub(r"<!doctype html>", "", words))
    spoken = re.findall(r'(?:aria-label|placeholder|title|alt)="([^"]*)"', words)

    assert [] == re.findall(r"[^\W\d_]+", " ".join([shown, *spoken]))
