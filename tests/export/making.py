"""What every test of exports works with: how an export is made, and what it says of itself."""

from __future__ import annotations

from sayso.export import Redactor, masked, preview, written
from sayso.outgoing import Case, Format, Terms

MADE = "2031-04-11T09:00:00Z"


def exported(name: Format, *cases: Case, terms: Terms | None = None) -> bytes:
    """Make an export as a workspace does: the preview first, then each case masked, then the format."""
    terms = terms or Terms()
    found = preview(cases, terms)
    redactor = Redactor(found.withheld, found.readings)
    return b"".join(written(name, [masked(case, redactor, terms.profile) for case in cases], terms, MADE))
