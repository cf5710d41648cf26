from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.web.conftest import Open
from tests.web.library import keep, marked, reading

from sayso.settings import Settings
from sayso.web import create_app

POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
PATHS = [
    "/",
    "/about",
    "/nowhere",
    "/d/ffffff",
    "/static/page.css",
    "/static/page.js",
    "/api/v1/openapi.json",
    "/?page=x",
]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_is_hardened(tmp_path: Path, browse: Open, path: str) -> None:
    headers = browse(tmp_path).get(path).headers

    assert POLICY == headers["content-security-policy"]
    assert ["nosniff", "same-origin"] == [headers[name] for name in ("x-content-type-options", "referrer-policy")]


@pytest.mark.parametrize(
    "host", ["rebound.example", "rebound.example:8737", "192.168.1.7", "127.0.0.1.rebound.example"]
)
def test_another_machine_s_name_is_turned_away(tmp_path: Path, browse: Open, host: str) -> None:
    answer = browse(tmp_path).get("/", headers={"host": host})

    assert (421, POLICY) == (answer.status_code, answer.headers["content-security-policy"])


def test_two_hosts_are_one_too_many(tmp_path: Path, browse: Open) -> None:
    answer = browse(tmp_path).get("/", headers=[("host", "127.0.0.1"), ("host", "127.0.0.1")])

    assert 421 == answer.status_code


def test_no_page_loads_anything_from_elsewhere(tmp_path: Path, browse: Open) -> None:
    report = keep(tmp_path, reading(marked("One.")))
    client = browse(tmp_path)
    pages = [client.get(path).text for path in ("/", "/about", "/nowhere", f"/d/{report}/v/1")]
    loaded = {link for page in pages for link in re.findall(r'<(?:link|script|img)[^>]*(?:href|src)="([^"]*)"', page)}

    assert [] == [link for link in loaded if not link.startswith("/") or link.startswith("//")]
    assert [] == [link for link in loaded if client.get(link).status_code != 200]


def test_styles_and_scripts_name_no_other_machine(tmp_path: Path, browse: Open) -> None:
    client = browse(tmp_path)
    for name in ("page.css", "page.js", "theme.js"):
        assert [] == re.findall(r"https?:|url\(|@import|fetch\(|import\(", client.get(f"/static/{name}").text)


@pytest.mark.parametrize("path", ["/docs", "/redoc"])
def test_the_framework_s_own_pages_are_off(tmp_path: Path, browse: Open, path: str) -> None:
    assert 404 == browse(tmp_path).get(path).status_code


def test_an_exposed_page_answers_to_the_name_it_was_bound_to(tmp_path: Path) -> None:
    app: FastAPI = create_app(tmp_path, Settings(host="desk.example"))

    assert 200 == TestClient(app, base_url="http://desk.example").get("/").status_code
