"""Where the command starts and ends: every way to stop has its words and its exit code, and none is a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

import typer
from typer.main import get_command

from sayso.cli.app import app
from sayso.cli.printing import print_error
from sayso.errors import BadValue, Fault, SaysoError

INTERRUPTED = 130
PIPE_CLOSED = 141
USAGE = 2

# Typer brings its own copy of click, or click itself, by version; this is its UsageError in both.
_UsageError: type[Exception] = typer.BadParameter.__mro__[1]


class _Usage(BadValue):
    """The command line itself is wrong."""

    exit_code = USAGE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0, that of the error, 2 for a wrong command line, 130 for Ctrl-C."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _never_fail_to_print()
    try:
        return _run(given)
    except SaysoError as error:
        print_error(error, as_json="--json" in given)
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        sys.stderr.write("\nsayso: Stopped. What was finished is kept whole; run the same command again to go on.\n")
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # so that Python's own flush at the end finds a place
        return PIPE_CLOSED


def _run(given: list[str]) -> int:
    command = get_command(app)
    try:
        # What `command.main` would add are exits and messages of its own, for Ctrl-C and closed pipes.
        with command.make_context("sayso", list(given)) as context:
            command.invoke(context)
        sys.stdout.flush()
    except typer.Exit as stop:
        return stop.exit_code
    except _UsageError as error:
        words = getattr(error, "format_message", error.__str__)()
        raise _Usage(words, "See `sayso --help`.") from error
    except (SaysoError, BrokenPipeError, typer.Abort):
        raise
    except Exception as error:
        raise Fault(error) from error
    return 0


def _never_fail_to_print() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
