"""What sayso offers, and by which of its doors: Python, the command line, and REST. A test holds the doors to it.

`docs/api.md` is printed from this table and from the docstrings behind it.
"""

from __future__ import annotations

from dataclasses import dataclass

ON_THIS_MACHINE = "Files are taken in on the machine that keeps them; over REST nothing can be added or read anew."
CHECKED_HERE = "It reads every byte that is kept, which is work for the machine that keeps them."
PART_OF_ANOTHER = "It serves other calls, whose answers hold what it gives."
A_PROGRAM = "It is about the program on this machine, not about what a workspace holds."


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be done: methods of `Workspace`, commands, and REST calls that do it.

    `because` says why a door that is left empty does not offer it.
    """

    does: str
    python: tuple[str, ...] = ()
    command: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    because: str = ""


OFFERS: tuple[Offer, ...] = (
    # ---- reports ----
    Offer("Read one report and keep nothing", (), ("read",), (), "In Python it is `sayso.read`. " + ON_THIS_MACHINE),
    Offer("Keep reports", ("add", "inputs"), ("add",), (), ON_THIS_MACHINE),
    Offer("Read reports again", ("reread", "outdated"), ("reread",), (), ON_THIS_MACHINE),
    Offer("List reports", ("reports", "count"), ("list",), ("GET /reports",)),
    Offer(
        "Show a report and what was read in it",
        ("report", "versions", "custody", "reading"),
        ("show",),
        (
            "GET /reports/{id}",
            "GET /reports/{id}/readings/latest",
            "GET /reports/{id}/readings/{number}",
            "GET /reports/{id}/claims",
        ),
    ),
    Offer(
        "Follow an article through its versions and readings",
        ("history", "article"),
        ("versions",),
        ("GET /reports/{id}/history", "GET /reports/{id}/article"),
    ),
    Offer("Check that all is as it was received", ("verify", "altered"), ("verify",), (), CHECKED_HERE),
    # ---- finding ----
    Offer("Search", ("search",), ("search",), ("GET /search",)),
    Offer(
        "Keep a search and see what is new",
        ("save_search", "saved_searches", "saved_search", "visit"),
        ("search",),
        ("POST /searches", "GET /searches", "GET /searches/{id}", "POST /searches/{id}/visits"),
    ),
    Offer(
        "Tell what there is to filter by",
        ("languages", "kinds"),
        (),
        ("GET /kinds",),
        "The command refuses what is not there and names what is.",
    ),
    # ---- incidents ----
    Offer(
        "List incidents",
        ("incidents", "incident_count", "unlinked", "incidents_of"),
        ("incidents",),
        ("GET /incidents",),
    ),
    Offer("Show an incident", ("incident",), ("incident",), ("GET /incidents/{id}",)),
    Offer("Say why reports or incidents are or are not one", ("why",), ("why",), ("GET /why",)),
    Offer(
        "See incidents at a glance, by day and by place",
        ("outlines", "outline_count", "timeline", "spots", "unplaced"),
        ("timeline",),
        ("GET /outlines", "GET /timeline", "GET /spots"),
    ),
    # ---- sources ----
    Offer("List sources", ("sources",), ("sources",), ("GET /sources",)),
    Offer("Show what a source said and what became of it", ("source",), ("source",), ("GET /source",)),
    # ---- judging ----
    Offer(
        "Judge: accept, reject, merge, split, grade, note",
        ("judge",),
        ("judge accept", "judge reject", "judge merge", "judge split", "judge grade", "judge note"),
        ("POST /judgements",),
    ),
    Offer("Take a judgement back", ("undo",), ("judge undo",), ("POST /judgements/{id}/undo",)),
    Offer(
        "Look back on judgements",
        ("judgements", "orphans"),
        ("judge list",),
        ("GET /judgements", "GET /judgements/orphans"),
    ),
    Offer(
        "Let names stand for others",
        ("aliases", "unalias"),
        ("alias add", "alias remove", "alias list"),
        ("GET /aliases",),
    ),
    Offer(
        "Weigh a claim before grading it",
        ("attested", "proposal"),
        ("judge grade",),
        ("GET /claims/{subject}/proposal",),
    ),
    # ---- handing on ----
    Offer("Export", ("export",), ("export",), ("GET /export/{format}",)),
    Offer("See what an export withholds", ("redactions",), ("export",), ("GET /redactions",)),
    Offer("Write a briefing", ("brief",), ("brief",), ("GET /brief",)),
    # ---- beside the workspace ----
    Offer("Open and close a workspace", ("open", "close"), (), (), "Every command, and the server, does it by itself."),
    Offer("Serve parts of the above", ("accepted", "corrected", "decisions"), (), (), PART_OF_ANOTHER),
    Offer("Serve the pages", (), ("serve", "demo"), (), A_PROGRAM),
    Offer("Look after gazetteers", (), ("gazetteer add", "gazetteer list", "gazetteer remove"), (), A_PROGRAM),
    Offer("Look at the program and the machine", (), ("doctor",), (), A_PROGRAM),
)
