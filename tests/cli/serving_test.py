from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from tests.cli.conftest import Run, RunJson


def test_other_machines_are_kept_out_unless_asked_for(run: Run, tmp_path: Path) -> None:
    code, out, err = run("serve", "--host", "0.0.0.0", "--port", "0")
    assert (12, "") == (code, out)
    assert "--expose" in err
    assert [] == list(tmp_path.iterdir())


def test_a_port_that_is_taken_is_named(run_json: RunJson) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        code, value = run_json("serve", "--port", str(taken.getsockname()[1]))
    assert (12, "ServeError") == (code, value["error"]["name"])
    assert "--port" in value["error"]["cure"]


def test_the_page_is_served_at_the_address_printed_until_interrupted(run: Run, inbox: Path, tmp_path: Path) -> None:
    run("add", "inbox")
    command = [sys.executable, "-m", "sayso", "serve", "--port", "0", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path) as served:
        assert served.stderr
        assert served.stdout
        address = served.stderr.readline().split()[4]
        assert b"Quiet at the quay" in urlopen(f"{address}reports").read()
        served.send_signal(signal.SIGINT)
        value = json.loads(served.stdout.read())
        assert 0 == served.wait()
    assert {"schema": "sayso/serve/1", "address": address} == value
    assert address.startswith("http://127.0.0.1:")


def test_the_demonstration_of_a_folder_checks_every_page(run: Run, run_json: RunJson, tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    for number in range(3):
        (tmp_path / "plain" / f"{number}.txt").write_text(f"Day {number}\nThe clerk says it is day {number}.\n")
    code, value = run_json("demo", "plain", "--check")
    assert (0, "sayso/demo/1", 3, 3, 9) == (code, value["schema"], value["reports"], value["claims"], value["pages"])
    assert (tmp_path / "sayso-workspace" / "sayso.db").exists()
    assert "All is well: 3 reports, 3 claims, 9 pages checked in" in run("demo", "plain", "--check")[1]


@pytest.mark.parametrize(
    ("words", "code"), [("Nothing is claimed here.", 7), ("BREAK", 11)], ids=["no claim", "a report that fails"]
)
def test_the_demonstration_fails_loudly(run: Run, words: str, code: int) -> None:
    Path("bad").mkdir()
    Path("bad/one.txt").write_text(words)
    assert code == run("demo", "bad", "--check")[0]


def test_the_demonstration_fails_where_a_page_does(run: Run, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.workspace.Workspace.versions", lambda *_: 1 / 0)
    code, _, err = run("demo", "inbox", "--check")
    assert 12 == code
    assert "answers 500" in err


def test_the_bundled_reports_are_read_and_kept_apart(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sayso", "demo", "--check", "--json"]
    done = subprocess.run(command, capture_output=True, cwd=tmp_path, check=False)
    value = json.loads(done.stdout)
    assert (0, 15, 21) == (done.returncode, value["reports"], value["pages"])
    assert value["claims"] > 15
    assert ["sayso-demo"] == [path.name for path in tmp_path.iterdir()]
