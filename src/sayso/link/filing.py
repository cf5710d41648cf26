"""What is filed of a report so that it is linked to its neighbours, and how two accounts on file are weighed."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b

from sayso.filing import Account, Filed
from sayso.filing import Telling as FiledTelling
from sayso.link import shingles
from sayso.link.copies import VERSION as SKETCHES
from sayso.link.copies import bands, sketch
from sayso.link.features import remarks
from sayso.link.packing import packed, unpacked
from sayso.link.pairing import keys
from sayso.link.source import Source
from sayso.link.telling import Telling

VERSION = f"11.{SKETCHES}"  # raise the first number when tellings, keys or points change: all is then linked anew
_KEPT = 1024  # documents: those that a batch of reports is compared with


def filed(source: Source) -> Filed:
    """Return what is filed of a report: the wide bands of its sketch, and its tellings."""
    found = bands(sketch(shingles.shingles(shingles.told(source.reading.text))))
    wide = tuple((band.number, band.value) for band in found if band.width == "wide")
    return Filed(source.report.id, wide, tuple(map(_telling, source.tellings)))


def account(telling: Telling) -> Account:
    """Return what is compared of a telling; its id is a digest of that, so copies share it and ids have no order."""
    document = packed(telling)
    return Account(blake2b(document.encode(), digest_size=12).hexdigest(), keys(telling), document)


def _telling(one: Telling) -> FiledTelling:
    claims = tuple(statement.ref.claim for statement in one.statements)
    return FiledTelling(one.id, account(one), one.published, claims)


def weigh(one: str, other: str) -> float:
    """Return what two accounts, by their documents, speak for: above 0 for one occurrence, below 0 for two."""
    first, second = sorted((one, other))
    return round(sum(remark.weight for remark in remarks(_known(first), _known(second))), 6)


_known = lru_cache(_KEPT)(unpacked)
