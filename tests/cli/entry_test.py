from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run, RunJson

import sayso

COMMANDS = ["read", "add", "list", "show", "verify", "doctor", "serve", "demo"]


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    code, out, _ = run()
    assert 0 == code
    assert [] == [command for command in COMMANDS if command not in out]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_json(run: Run, command: str) -> None:
    code, out, _ = run(command, "--help")
    assert (0, True) == (code, "--json" in out)


def test_the_version_is_printed(run: Run) -> None:
    assert (0, f"sayso {sayso.__version__}\n", "") == run("--version")


@pytest.mark.parametrize("wrong", [["raed"], ["read"], ["read", "a", "--wrong"], ["list", "--limit", "x"]])
def test_a_wrong_command_line_is_exit_2_without_a_traceback(run: Run, wrong: list[str]) -> None:
    code, out, err = run(*wrong)
    assert (2, "") == (code, out)
    assert err.startswith("sayso: ")
    assert "Traceback" not in err


def test_a_wrong_setting_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_MAX_BYTES", "many")
    code, _, err = run("list")
    assert 8 == code
    assert "SAYSO_MAX_BYTES" in err


def test_a_fault_is_a_short_sentence(run_json: RunJson, run: Run) -> None:
    Path("fault.txt").write_text("BREAK")
    code, value = run_json("read", "fault.txt")
    assert (70, "Fault") == (code, value["error"]["name"])
    err = run("read", "fault.txt")[2]
    assert "SAYSO_DEBUG=1" in err
    assert "Traceback" not in err


def test_a_fault_shows_where_it_happened_when_asked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_DEBUG", "1")
    Path("fault.txt").write_text("BREAK")
    assert all("IndexError: a fault" in run(command, "fault.txt")[2] for command in ("read", "add"))


def test_stopping_by_hand_says_what_is_safe(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sayso.workspace._reading", stopped)
    Path("quay.txt").write_text("Quay.")
    code, _, err = run("add", "quay.txt")
    assert 130 == code
    assert "What was finished is kept" in err


def test_a_reader_that_leaves_early_is_no_failure_and_no_traceback() -> None:
    shell = f"({sys.executable} -m sayso doctor --json; echo $? >&2) | true"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, check=False)
    assert "141" == done.stderr.strip()


def test_a_terminal_without_utf8_gets_ascii_json() -> None:
    code = "import sys; from sayso.cli import main; sys.exit(main(['list', 'نعم', '--json']))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env={"PYTHONIOENCODING": "ascii"}, check=False
    )
    assert (3, "NotFound") == (done.returncode, json.loads(done.stdout.decode("ascii"))["error"]["name"])


def test_starting_loads_neither_the_stages_nor_the_database() -> None:
    late = "{'sqlalchemy', 'fastapi', 'trafilatura', 'nupunkt'}"
    code = f"import sys; from sayso.cli import main; main(['--help']); sys.exit(len({late} & set(sys.modules)))"
    assert 0 == subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode
