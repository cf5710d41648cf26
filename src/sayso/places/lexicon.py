"""The words of this room, loaded once from the .toml files beside the code."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> Mapping[str, Any]:
    """Return one of the .toml files of this room."""
    return tomllib.loads(files("sayso.places").joinpath(name).read_text("utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """Return a list of words."""
    return frozenset(load("toponyms.toml")["lists"][name].split())


@cache
def kinds() -> Mapping[str, str]:
    """Return what kind of place each word stands for: "province" an area, "village" a settlement."""
    listed: Mapping[str, str] = load("toponyms.toml")["kinds"]
    return {word: kind for kind, group in listed.items() for word in group.split()}
