"""The house rules that a reader relies on and no linter knows: the layers, the sizes, the words in the papers."""

from __future__ import annotations

import ast
import json
import re
import runpy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "sayso"
SAMPLES = SOURCE / "samples"
MODULES = sorted(SOURCE.rglob("*.py"))
BESIDE = ("tests/**/*.py", "evaluation/*.py", "corpus/**/*.py")
PYTHON = [*MODULES, *(path for where in BESIDE for path in sorted(ROOT.glob(where)))]
PAPERS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/**/*.md"))]

VOCABULARY = {
    "contract", "edtf", "errors", "figures", "filing", "incidents", "occurrences", "outgoing", "outline", "precision",
    "records", "revisions", "rulings", "search", "sentences", "settings", "spans", "wording",
}  # fmt: skip
JOINING = {"ahead", "exporting", "judging", "overview", "revising", "searching", "workspace"}
EDGES = {"__main__", "cli", "web"}
STORE_ONLY = {"sqlalchemy", "alembic"}
READ_ONLY = {"onnxruntime", "tokenizers"}
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}


def _id(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _room(path: Path) -> str:
    """The first name below `sayso`: a room, a module of the vocabulary, `cli`, `workspace` or `__init__`."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def _imports(path: Path) -> set[str]:
    """Every module named in an import, wherever it stands, relative ones made absolute."""
    package = ["sayso", *path.relative_to(SOURCE).parts[:-1]]
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = [*package[: len(package) - node.level + 1], node.module or ""] if node.level else [node.module or ""]
            stem = ".".join(part for part in base if part)
            found |= {f"{stem}.{name.name}" for name in node.names} if stem == "sayso" else {stem}
    return found


def _rooms_imported(path: Path) -> set[str]:
    return {name.split(".")[1] for name in _imports(path) if name.startswith("sayso.")} - {"__version__"}


def _allowed(room: str) -> set[str]:
    """What a module of this room may import from sayso, besides the room itself."""
    if room in VOCABULARY:
        return VOCABULARY
    if room in JOINING:
        return {path.name for path in SOURCE.iterdir() if path.is_dir()} - EDGES | VOCABULARY | JOINING
    if room == "cli":
        return VOCABULARY | {"workspace", "web"}
    if room in EDGES | {"__init__"}:
        return VOCABULARY | {"workspace", "cli" if room == "__main__" else "workspace"}
    return VOCABULARY


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def _public(body: list[ast.stmt]) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """Functions and classes without a leading underscore, and the methods of such classes."""
    for node in body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node.body)


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_a_room_imports_the_vocabulary_and_itself(path: Path) -> None:
    room = _room(path)
    assert set() == _rooms_imported(path) - _allowed(room) - {room}


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_only_the_store_knows_the_database(path: Path) -> None:
    if _room(path) != "store":
        assert set() == {name.split(".")[0] for name in _imports(path)} & STORE_ONLY


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_only_the_reader_knows_the_encoder(path: Path) -> None:
    if _room(path) != "read":
        assert set() == {name.split(".")[0] for name in _imports(path)} & READ_ONLY


@pytest.mark.parametrize("path", PYTHON, ids=_id)
def test_a_file_can_be_read_at_one_sitting(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", PYTHON, ids=_id)
def test_a_function_fits_on_a_screen(path: Path) -> None:
    assert [] == [node.name for node in _functions(path) if (node.end_lineno or 0) - node.lineno >= 60]


@pytest.mark.parametrize("path", PYTHON, ids=_id)
def test_a_module_is_named_for_what_it_does(path: Path) -> None:
    assert set() == VAGUE_NAMES & {path.stem, *path.relative_to(ROOT).parts[:-1]}


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_what_is_public_says_what_it_is_for(path: Path) -> None:
    module = ast.parse(path.read_text("utf-8"))
    assert [] == [node.name for node in _public(module.body) if not ast.get_docstring(node)]


@pytest.mark.parametrize("path", PAPERS, ids=_id)
def test_every_make_target_in_the_papers_exists(path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    assert set() == set(re.findall(r"(?:^|`)(?:\$ )?make ([a-z-]+)", path.read_text("utf-8"), re.MULTILINE)) - targets


def _commands() -> set[str]:
    """The commands that the command line itself lists."""
    run = [sys.executable, "-m", "sayso", "--help"]
    shown = subprocess.run(run, capture_output=True, text=True, check=True, timeout=60).stdout
    return set(re.findall(r"^\W*([a-z]+) {2,}\S", shown, re.MULTILINE))


def test_every_command_in_the_papers_exists() -> None:
    named = set()
    for path in PAPERS:
        named |= set(re.findall(r"(?:^|`)(?:\$ )?sayso ([a-z]+)", path.read_text("utf-8"), re.MULTILINE))
    assert set() == named - _commands()


def _sample_files() -> list[Path]:
    return [path for path in sorted(SAMPLES.iterdir()) if not path.name.endswith(".meta.json")]


def test_fifteen_reports_are_bundled() -> None:
    assert 15 == len(_sample_files())


@pytest.mark.parametrize("path", _sample_files(), ids=_id)
def test_a_bundled_report_is_marked_as_an_exercise(path: Path) -> None:
    meta = json.loads(path.with_suffix(".meta.json").read_text("utf-8"))
    assert ["outlet", "published", "url"] == sorted(meta)
    assert meta["url"].startswith("sample:")


@pytest.mark.parametrize("path", [path for path in _sample_files() if path.suffix == ".txt"], ids=_id)
def test_a_bundled_report_is_short(path: Path) -> None:
    assert 120 <= len(path.read_text("utf-8").split()) <= 350


def test_the_bundled_pdf_is_the_one_its_script_writes() -> None:
    script = runpy.run_path(str(ROOT / "docs" / "samples" / "make_pdf.py"))
    assert script["document"]() == (SAMPLES / "bulletin.pdf").read_bytes()


def test_the_bench_measures_reports_of_about_350_words() -> None:
    bench = runpy.run_path(str(ROOT / "evaluation" / "bench.py"), run_name="bench")
    words = [len(bench["generate"](number).split()) for number in range(50)]
    assert 345 <= min(words) <= max(words) <= 380
    assert bench["generate"](7) == bench["generate"](7)
