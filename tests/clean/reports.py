"""Makes captures for the tests of this room."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sayso.clean import clean
from sayso.records import Capture, Format, Meta, Role, Text
from sayso.settings import Settings

LEAD = "Two guards were wounded when gunmen fired at a grain store near Sirte on Monday, the district council said."
SECOND = "A driver who was waiting at the gate told the council that the shots came from a white van without plates."
THIRD = "The council asked the police to keep a patrol at the store until the harvest has been brought in."


def capture(data: bytes | str, form: Format = "text", meta: Meta | None = None) -> Capture:
    raw = data.encode() if isinstance(data, str) else data
    return Capture(hashlib.sha256(raw).hexdigest(), raw, "report", "report", form, meta or Meta())


def cleaned(
    data: bytes | str, form: Format = "text", meta: Meta | None = None, settings: Settings | None = None
) -> Text:
    return clean(capture(data, form, meta), settings or Settings())


def report(*blocks: str) -> str:
    return "\n\n".join(blocks)


def roles(text: Text, role: Role) -> list[str]:
    return [block.span.text for block in text.blocks if block.role == role]


def minimal_pdf(pages: Sequence[Sequence[str]], info: str = "") -> bytes:
    """Write a PDF whose pages hold these lines in Helvetica; an empty line leaves a wider gap."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        at, commands = 760, []
        for line in lines:
            at -= 14
            if line:
                escaped = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
                commands.append(f"BT /F1 12 Tf 72 {at} Td ({escaped}) Tj ET")
        stream = "\n".join(commands)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    return assembled([item.encode("latin-1") for item in objects])


def assembled(objects: Sequence[bytes]) -> bytes:
    """Put numbered objects together to a file; the last one is the document information."""
    out, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + trailer % (len(objects) + 1, len(objects), start)
