"""`sayso serve` and `sayso demo`: the page on this machine, and the whole program shown on reports at hand."""

from __future__ import annotations

import contextlib
import http.client
import time
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path
from socket import socket
from threading import Thread
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.keeping import print_outcome, taken_in
from sayso.cli.options import AsJson, Folder, opened
from sayso.cli.printing import console, counted, print_json
from sayso.contract import Json
from sayso.errors import IntegrityError, NoText, PartialFailure, ServeError
from sayso.records import Added, Meta, Refusal
from sayso.settings import Settings, from_environment

if TYPE_CHECKING:
    from uvicorn import Server
DEMO = Path("sayso-demo")
_PATIENCE = 10.0  # seconds for the server to start
_LOOKED_AT = 500  # incidents among which the one is chosen that the demonstration opens on
_DESK = ("/", "/incidents", "/reports", "/sources", "/review")


def serve(
    host: Annotated[str | None, typer.Option(help="Address to serve on [default: 127.0.0.1].")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port to serve on [default: 8737].")] = None,
    expose: Annotated[bool, typer.Option("--expose", help="Allow an address that other machines can reach.")] = False,
    workspace: Folder = None,
    as_json: AsJson = False,
) -> None:
    """Serve the page on this machine until interrupted."""
    settings = from_environment()
    settings = replace(settings, host=host or settings.host, port=settings.port if port is None else port)
    with _listening(settings, expose=expose) as (listener, address):
        server = _server(workspace or settings.folder, settings)
        if as_json:
            print_json({"schema": "sayso/serve/1", "address": address})
        _run(server, listener, address)


def demo(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[FOLDER]", help="Your reports, not the bundled ones.")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Do not serve; fail loudly if anything is off.")] = False,
    workspace: Folder = None,
    as_json: AsJson = False,
) -> None:
    """Read the bundled sample reports, or a folder of your own, and serve the page.

    The bundled ones, which are invented, are kept apart in `sayso-demo`; your own go where `sayso add` keeps them.
    """
    began, settings = time.monotonic(), from_environment()
    place = workspace or (settings.folder if folder else DEMO)
    kept, refused = _taken_in(place, folder)
    print_outcome(kept, refused, quiet=as_json)
    if check:
        settings = replace(settings, host="127.0.0.1", port=0)
        _fail_if_off(place, kept, refused)
    begin = _fullest(place)
    with _listening(settings, expose=False) as (listener, address):
        server = _server(place, settings)
        told: Json = {"schema": "sayso/demo/1", "reports": len(kept), "claims": sum(outcome.claims for outcome in kept)}
        if check:
            told |= {"pages": _pages(server, listener, begin, kept), "seconds": round(time.monotonic() - began, 1)}
        if as_json:
            print_json(told if check else told | {"address": address + begin})
        if check:
            _print_check(told, quiet=as_json)
        else:
            _run(server, listener, address + begin)


def _print_check(told: Json, *, quiet: bool) -> None:
    checked = ", ".join(counted(told[nouns], nouns[:-1]) for nouns in ("reports", "claims", "pages"))
    if not quiet:
        console().print(f"All is well: {checked} checked in {told['seconds']} s.")


# ---- the demonstration ----


def _taken_in(place: Path, folder: Path | None) -> tuple[list[Added], list[Refusal]]:
    with opened(place, create=True) as workspace, _reports(folder) as reports:
        outcomes = list(taken_in(workspace, [reports], Meta()))
    kept = [outcome for outcome in outcomes if isinstance(outcome, Added)]
    return kept, [outcome for outcome in outcomes if isinstance(outcome, Refusal)]


@contextlib.contextmanager
def _reports(folder: Path | None) -> Iterator[Path]:
    if folder is None:
        with as_file(files("sayso") / "samples") as bundled:
            yield bundled
    else:
        yield folder


def _fail_if_off(place: Path, kept: list[Added], refused: list[Refusal]) -> None:
    """Raise the first thing that is wrong with what was just kept."""
    if refused:
        raise PartialFailure(f"{counted(len(refused), 'input')} could not be read.", "They are listed above.")
    if not any(outcome.claims for outcome in kept):
        raise NoText("No claim was found in these reports.", "Give a folder of news reports.")
    with opened(place) as workspace:
        for finding in workspace.verify():
            if finding.severity == "error":
                raise IntegrityError(finding.sentence, "Run `sayso verify` to see all there is.")


def _fullest(place: Path) -> str:
    """Return the path, below the page's address, of the incident that most origins tell of; "" where there is none."""
    with opened(place) as workspace:
        found = workspace.incidents(0, _LOOKED_AT)
    fullest = max(found, key=lambda incident: (len(incident.origins), len(incident.reports)), default=None)
    return f"i/{fullest.id}" if fullest else ""


def _pages(server: Server, listener: socket, begin: str, kept: list[Added]) -> int:
    """Serve for a moment, ask for the desk's pages and each report's, and return how many answered as they should."""
    thread = Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        port = listener.getsockname()[1]
        wanted = dict.fromkeys([f"/{begin}", *_DESK, *(f"/d/{outcome.report.id}/v/1" for outcome in kept)])
        for path in wanted:
            _fetch(port, path)
        return len(wanted)
    finally:
        server.should_exit = True
        thread.join(_PATIENCE)


def _fetch(port: int, path: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        page = answer.read()
    except OSError as error:
        raise ServeError(f"The page {path} does not answer: {error}.", "Run `sayso doctor`.") from error
    finally:
        connection.close()
    if answer.status != http.client.OK or b"</html>" not in page:
        raise ServeError(f"The page {path} answers {answer.status}.", "Please report this as a fault in sayso.")


# ---- the page ----


@contextlib.contextmanager
def _listening(settings: Settings, *, expose: bool) -> Iterator[tuple[socket, str]]:
    # The web framework takes a fifth of a second to import.
    from sayso.web import listen  # noqa: PLC0415

    with listen(settings.host, settings.port, expose=expose) as listener:
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        yield listener, f"http://{host}:{listener.getsockname()[1]}/"


def _server(place: Path, settings: Settings) -> Server:
    from sayso.web import create_app, server  # noqa: PLC0415

    return server(create_app(place, settings))


def _run(server: Server, listener: socket, address: str) -> None:
    """Serve until interrupted, which is the usual way to stop and no failure."""
    with contextlib.suppress(KeyboardInterrupt):
        console(error=True).print(f"The page is at {address} (Ctrl-C stops it)")
        server.run(sockets=[listener])
