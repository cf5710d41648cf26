"""`sayso judge` and `sayso alias`: what a person decides; kept with name and time, and undone only by one more line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.options import AsJson, Folder, opened
from sayso.cli.printing import console, print_json, safe
from sayso.contract import Json, plain
from sayso.rulings import Judged, Orphan, Passage, Proposal, Ruling, RulingKind

_HELP = {"help_option_names": ["-h", "--help"]}
_LONGEST = 90  # characters of a passage that are shown in a list

judge = typer.Typer(
    name="judge",
    help="Decide what the program got right, which reports tell of one occurrence, and how far to trust whom.",
    context_settings=_HELP,
    no_args_is_help=True,
)
alias = typer.Typer(
    name="alias",
    help="Names that are one person's, body's or outlet's, across reports.",
    context_settings=_HELP,
    no_args_is_help=True,
)

By = Annotated[str, typer.Option(metavar="NAME", help="Who decides [default: SAYSO_BY, or your name on this system].")]
Why = Annotated[str, typer.Option(metavar="WORDS", help="The reason, which is kept with it.")]
Claims = Annotated[
    list[str], typer.Argument(metavar="CLAIM...", help="REPORT:CLAIM or REPORT:EVENT, such as f6651533:c3.")
]
Occurrences = Annotated[
    list[str], typer.Argument(metavar="WHICH...", help="Incidents, or claims that tell of them, such as f6651533:c3.")
]


# ---- deciding ----


@judge.command()
def accept(claims: Claims, by: By = "", why: Why = "", workspace: Folder = None, as_json: AsJson = False) -> None:
    """Say that a claim or event is read right, or that two claims do contradict each other."""
    _judge("accept", claims, _Hand(by, why, workspace, as_json))


@judge.command()
def reject(claims: Claims, by: By = "", why: Why = "", workspace: Folder = None, as_json: AsJson = False) -> None:
    """Say that a claim or event is none, or that two claims do not contradict each other."""
    _judge("reject", claims, _Hand(by, why, workspace, as_json))


@judge.command()
def merge(which: Occurrences, by: By = "", why: Why = "", workspace: Folder = None, as_json: AsJson = False) -> None:
    """Say that these are one occurrence; no later reading or linking parts them."""
    _judge("merge", which, _Hand(by, why, workspace, as_json))


@judge.command()
def split(which: Occurrences, by: By = "", why: Why = "", workspace: Folder = None, as_json: AsJson = False) -> None:
    """Say that the first is another occurrence than the others; no later reading or linking joins them."""
    _judge("split", which, _Hand(by, why, workspace, as_json))


@judge.command()
def note(
    about: Annotated[list[str], typer.Argument(metavar="ABOUT...", help="Claims, events, or names of sources.")],
    why: Annotated[str, typer.Option("--why", metavar="WORDS", help="The note.")] = "",
    by: By = "",
    workspace: Folder = None,
    as_json: AsJson = False,
) -> None:
    """Keep a note."""
    _judge("note", about, _Hand(by, why, workspace, as_json))


@judge.command()
def grade(  # noqa: PLR0913  (one parameter a flag)
    about: Annotated[str, typer.Argument(metavar="SOURCE|CLAIM", help="A source's name, or a claim: f6651533:c3.")],
    value: Annotated[str, typer.Argument(metavar="[GRADE]", help="A to F for a source, 1 to 6 for a claim.")] = "",
    *,
    by: By = "",
    why: Why = "",
    workspace: Folder = None,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """Grade a source (A to F) or a claim (1 to 6) on the Admiralty scale; of a claim without GRADE, propose one."""
    if value:
        _judge("grade", [about], _Hand(by, why, workspace, as_json), value)
        return
    with opened(workspace) as place:
        proposal = place.proposal(about)
    if as_json:
        print_json({"schema": "sayso/proposal/1", "claim": about, "proposal": plain(proposal)})
    else:
        _print_proposal(about, proposal)


@judge.command()
def undo(
    judgement: Annotated[str, typer.Argument(metavar="ID", help="The judgement's id, such as j3.")],
    by: By = "",
    why: Why = "",
    workspace: Folder = None,
    as_json: AsJson = False,
) -> None:
    """Take a judgement back; to take that back in turn, undo the undoing."""
    _judge("undo", [judgement], _Hand(by, why, workspace, as_json))


@judge.command("list")
def list_judgements(
    about: Annotated[str, typer.Argument(metavar="[ABOUT]", help="Only those on a report, or on a name.")] = "",
    orphaned: Annotated[
        bool, typer.Option("--orphaned", help="Those that no longer apply after a new reading, and why.")
    ] = False,
    workspace: Folder = None,
    as_json: AsJson = False,
) -> None:
    """List the judgements, in the order they were made."""
    with opened(workspace) as place:
        if orphaned:
            _show_orphans(place.orphans(), as_json=as_json)
        else:
            _show_judgements(place.judgements(about), as_json=as_json)


@dataclass(frozen=True, slots=True)
class _Hand:
    """What every judgement is given: who decides and why, where it is kept, and how it is shown."""

    by: str
    why: str
    folder: Path | None
    as_json: bool


def _judge(kind: RulingKind, subjects: list[str], hand: _Hand, value: str = "") -> None:
    with opened(hand.folder) as place:
        ruling = place.judge(kind, subjects, value, by=hand.by, why=hand.why)
    if hand.as_json:
        print_json({"schema": "sayso/judgement/1", "judgement": _json(ruling)})
    else:
        _print_ruling(Judged(ruling))


# ---- names ----


@alias.command("add")
def add_alias(  # noqa: PLR0913  (one parameter a flag)
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name that stands for another.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The name it stands for.")],
    *,
    by: By = "",
    why: Why = "",
    workspace: Folder = None,
    as_json: AsJson = False,
) -> None:
    """Say that NAME is OTHER, in all reports: sources and actors are joined by it."""
    _judge("alias", [name, other], _Hand(by, why, workspace, as_json))


@alias.command("remove")
def remove_alias(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name that shall stand for itself again.")],
    by: By = "",
    why: Why = "",
    workspace: Folder = None,
    as_json: AsJson = False,
) -> None:
    """Let NAME stand for itself again; what was said of it stays on file, undone."""
    with opened(workspace) as place:
        undone = place.unalias(name, by=by, why=why)
    if as_json:
        print_json({"schema": "sayso/judgement/1", "judgement": _json(undone)})
    else:
        _print_ruling(Judged(undone))


@alias.command("list")
def list_aliases(workspace: Folder = None, as_json: AsJson = False) -> None:
    """List the names that stand for others."""
    with opened(workspace) as place:
        found = [one for one in place.judgements() if one.ruling.kind == "alias" and not one.undone_by]
    if as_json:
        print_json({"schema": "sayso/judgements/1", "judgements": [_json(one.ruling) for one in found]})
        return
    for one in found:
        _print_ruling(one)
    if not found:
        console().print("No name stands for another. `sayso alias add NAME OTHER` says so of two.")


# ---- showing ----


def _json(ruling: Ruling) -> Json:
    value: Json = plain(ruling)
    return value | {"models": list(ruling.models)}


def _show_judgements(found: tuple[Judged, ...], *, as_json: bool) -> None:
    if as_json:
        rows = [_json(one.ruling) | {"undone_by": one.undone_by} for one in found]
        print_json({"schema": "sayso/judgements/1", "judgements": rows})
        return
    for one in found:
        _print_ruling(one)
    if not found:
        console().print("No judgements. `sayso judge --help` says which there are.")


def _show_orphans(found: tuple[Orphan, ...], *, as_json: bool) -> None:
    if as_json:
        rows = [_json(one.ruling) | {"because": one.because} for one in found]
        print_json({"schema": "sayso/orphans/1", "judgements": rows})
        return
    for one in found:
        _print_ruling(Judged(one.ruling))
        console().print(f"      no longer applies: {safe(one.because)}", style="yellow")
    if not found:
        console().print("Every judgement in force applies to the latest readings.")


def _print_ruling(one: Judged) -> None:
    out, ruling = console(), one.ruling
    undone = f" (undone by {one.undone_by})" if one.undone_by else ""
    out.print(f"{ruling.id:>4}  {safe(_decided(ruling))}{undone}", style="dim" if undone else "bold")
    for passage in ruling.about:
        out.print(f"      {passage.sha256[:8]}:{passage.id}  {safe(_shortened(passage))}")
    why = f": {ruling.why}" if ruling.why else ""
    out.print(f"      {safe(ruling.by)}, {ruling.at}{safe(why)}")


def _decided(ruling: Ruling) -> str:
    """Return what was decided, in words."""
    if ruling.kind == "undo":
        return f"{ruling.undoes} is undone"
    if ruling.kind == "alias":
        return f"{ruling.names[0]} is {ruling.names[1]}"
    if ruling.kind == "grade":
        return f"{', '.join(ruling.names) or 'claim'} graded {ruling.grade}"
    pair = "contradiction " if len(ruling.about) == 2 else ""
    words = {
        "accept": f"{pair}accepted",
        "reject": f"{pair}rejected",
        "merge": "one occurrence",
        "split": "the first is another occurrence than the rest",
        "note": f"note {' · '.join(ruling.names)}".rstrip(),
    }
    return words[ruling.kind]


def _shortened(passage: Passage) -> str:
    words = passage.words
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def _print_proposal(about: str, proposal: Proposal) -> None:
    out = console()
    out.print(f"{about}: {proposal.grade.value} is proposed, {proposal.grade.meaning.lower()}.", style="bold")
    for sentence in proposal.because:
        out.print(f"      {safe(sentence)}")
    out.print(f"      It is no grade until a person gives one: sayso judge grade {about} GRADE")
