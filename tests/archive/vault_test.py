"""The vault: what it keeps, what it never alters, and what a kill can leave behind."""

import hashlib
import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.archive.vault import Damage, Vault
from sayso.errors import IntegrityError, NotFound, StoreError

REPORT = b"Shells fell on the market of Idlib overnight, a field source said."
SHA = hashlib.sha256(REPORT).hexdigest()


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "workspace" / "vault")


def place(vault: Vault, sha256: str) -> Path:
    return vault.folder / sha256[:2] / sha256[2:4] / sha256


def alter(vault: Vault, sha256: str, data: bytes) -> None:
    path = place(vault, sha256)
    path.chmod(0o644)
    path.write_bytes(data)


def test_what_is_kept_comes_back_under_its_hash(vault: Vault) -> None:
    assert SHA == vault.keep(REPORT)
    assert REPORT == vault.bytes(SHA)


def test_the_same_bytes_twice_change_nothing(vault: Vault) -> None:
    vault.keep(REPORT)
    before = place(vault, SHA).stat()
    vault.keep(REPORT)
    assert before == place(vault, SHA).stat()
    assert [SHA] == list(vault.hashes())


def test_an_object_is_a_read_only_file_two_folders_down(vault: Vault) -> None:
    vault.keep(REPORT)
    assert 0o444 == stat.S_IMODE(place(vault, SHA).stat().st_mode)


def test_the_hashes_come_in_order(vault: Vault) -> None:
    kept = [vault.keep(str(number).encode()) for number in range(20)]
    assert sorted(kept) == list(vault.hashes())


def test_opening_a_vault_creates_nothing(vault: Vault) -> None:
    assert ([], [], 0) == (list(vault.hashes()), list(vault.damaged()), vault.sweep())
    assert not vault.folder.exists()


@pytest.mark.parametrize("name", ["a" * 64, "", "../../etc/passwd", "A" * 64, "\ud800"])
def test_an_object_that_is_not_there_is_not_found(vault: Vault, name: str) -> None:
    with pytest.raises(NotFound):
        vault.bytes(name)


def test_altered_bytes_are_found_and_never_handed_out(vault: Vault) -> None:
    vault.keep(REPORT)
    vault.keep(b"another report")
    alter(vault, SHA, REPORT.replace(b"Idlib", b"Homs!"))
    assert [SHA] == [found.name for found in vault.damaged()]
    with pytest.raises(IntegrityError, match="was altered"):
        vault.bytes(SHA)


def test_an_object_of_another_size_is_reported_and_left_as_it_is(vault: Vault) -> None:
    vault.keep(REPORT)
    alter(vault, SHA, b"cut")
    with pytest.raises(IntegrityError, match="3 bytes where 66 were received"):
        vault.keep(REPORT)
    assert b"cut" == place(vault, SHA).read_bytes()


def test_a_stranger_among_the_objects_is_reported(vault: Vault) -> None:
    vault.keep(REPORT)
    (vault.folder / "ab").mkdir(exist_ok=True)
    (vault.folder / "ab" / "notes.txt").write_text("mine")
    assert [Damage("notes.txt", "This file is not an object of the vault; something else put it here.")] == list(
        vault.damaged()
    )


def test_a_link_in_an_objects_place_is_reported(vault: Vault, tmp_path: Path) -> None:
    vault.keep(REPORT)
    (tmp_path / "elsewhere").write_bytes(REPORT)
    place(vault, SHA).unlink()
    place(vault, SHA).symlink_to(tmp_path / "elsewhere")
    assert ["This is a link or a device where the object's own file should be."] == [
        found.because for found in vault.damaged()
    ]


def test_a_sweep_removes_what_was_left_and_nothing_else(vault: Vault) -> None:
    vault.keep(REPORT)
    (vault.folder / "incoming-left").write_bytes(REPORT[:10])
    assert [] == list(vault.damaged())
    assert (1, 0) == (vault.sweep(), vault.sweep())
    assert [SHA] == list(vault.hashes())


def test_a_sweep_leaves_the_file_of_a_living_writer(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync
    swept: list[int] = []

    def sweep_then_sync(file: int) -> None:
        swept.append(vault.sweep())
        real(file)

    monkeypatch.setattr(os, "fsync", sweep_then_sync)
    vault.keep(REPORT)
    assert {0} == set(swept)
    assert REPORT == vault.bytes(SHA)


def test_a_full_disk_is_a_named_error_and_leaves_nothing(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    vault.keep(b"before")

    def full(file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="No space left on device"):
        vault.keep(REPORT)
    assert [] == list(vault.folder.glob("incoming-*"))
    assert [hashlib.sha256(b"before").hexdigest()] == list(vault.hashes())


def test_a_file_where_the_vault_should_be_is_a_named_error(tmp_path: Path) -> None:
    (tmp_path / "vault").write_text("not a folder")
    with pytest.raises(StoreError):
        Vault(tmp_path / "vault").keep(REPORT)


WRITER = """
import sys
from pathlib import Path
from sayso.archive.vault import Vault
vault = Vault(Path(sys.argv[1]))
print("ready", flush=True)
for number in range(100_000):
    vault.keep(str(number).encode() * 20_000)
"""


def test_a_kill_at_any_moment_leaves_whole_objects_only(vault: Vault) -> None:
    moments = random.Random(7)
    for _ in range(8):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(vault.folder)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(moments.uniform(0.0, 0.08))
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
    assert [] == list(vault.damaged())
    vault.sweep()
    assert [] == list(vault.folder.glob("incoming-*"))


@given(st.binary(max_size=200))
def test_any_bytes_are_kept_as_they_came(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    vault = Vault(tmp_path_factory.getbasetemp() / "any")
    assert data == vault.bytes(vault.keep(data))
