"""Python, the command line, REST and the papers offer the same things."""

from __future__ import annotations

import inspect
import re
import runpy
from pathlib import Path
from typing import Any

import pytest

from sayso.offers import OFFERS, Offer
from sayso.settings import Settings
from sayso.web import create_app
from sayso.workspace import Workspace

ROOT = Path(__file__).parents[1]
PRINTER = ROOT / "docs" / "print_api.py"


@pytest.fixture(scope="module")
def printer() -> dict[str, Any]:
    if not PRINTER.exists():
        pytest.skip("the papers are not beside the tests")
    return runpy.run_path(str(PRINTER))


def methods() -> set[str]:
    return {name for name, _ in inspect.getmembers(Workspace, callable) if not name.startswith("_")}


def test_every_method_of_a_workspace_is_offered_and_no_other() -> None:
    assert methods() == {name for offer in OFFERS for name in offer.python}


def test_every_command_is_offered_and_no_other(printer: dict[str, Any]) -> None:
    assert set(printer["commands"]()) == {name for offer in OFFERS for name in offer.command}


def test_every_rest_call_is_offered_and_no_other(printer: dict[str, Any]) -> None:
    assert set(printer["rest_calls"]()) == {call for offer in OFFERS for call in offer.rest}


@pytest.mark.parametrize("offer", OFFERS, ids=lambda offer: offer.does)
def test_where_a_door_does_not_offer_something_the_table_says_why(offer: Offer) -> None:
    assert offer.because or (offer.python and offer.command and offer.rest)


def test_the_paper_is_the_one_that_the_code_prints(printer: dict[str, Any]) -> None:
    assert printer["document"]() == (ROOT / "docs" / "api.md").read_text("utf-8")


def test_every_page_has_a_twin_for_programs(tmp_path: Path) -> None:
    routers = [getattr(one, "original_router", None) for one in create_app(tmp_path, Settings()).routes]
    routes = [route for router in routers if router for route in router.routes]
    paths = {re.sub(r":int", "", route.path) for route in routes if "GET" in route.methods}
    pages = {path for path in paths if not re.search(r"\.\w+$|^/api/|^/static", path)}
    # Pages without data of their own, addresses that lead to another page, forms, and files.
    bare = {"/about", "/d/{id}", "/searches", "/review/accept", "/review/record", "/export/file", "/brief/file"}
    assert set() == {path for path in pages - bare - {"/"} if f"{path}.json" not in paths}
    assert "/today.json" in paths
