"""Small PDFs made in code, whole and hostile, for tests that must not depend on a writer of PDFs."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from random import Random

CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF of these objects, numbered from 1, the first being the catalog."""
    out, offsets = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return bytes(
        out + b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    )


def stream(data: bytes, fields: bytes = b"") -> bytes:
    """Return a stream object of the data as it stands."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), fields, data)


def packed(data: bytes) -> bytes:
    """Return a stream object of the data, deflated."""
    return stream(zlib.compress(data), b"/Filter /FlateDecode")


def written(lines: Iterable[str]) -> bytes:
    """Return the drawing of these lines of Latin text on a page."""
    escaped = (line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines)
    shown = b"".join(b"(%s) Tj T*\n" % line.encode("cp1252", "replace") for line in escaped)
    return b"BT /F1 10 Tf 14 TL 50 780 Td\n%sET" % shown


def page(content: int, fields: bytes = b"") -> bytes:
    """Return a page that draws the object of that number; object 3 is the font."""
    return (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
        b"/Contents %d 0 R %s >>" % (content, fields)
    )


def one_page(content: bytes, trailer: bytes = b"", fields: bytes = b"") -> bytes:
    """Return a PDF of one page that draws the content, a stream object."""
    tree = b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>"
    return pdf([CATALOG, tree, FONT, page(5, fields), content], trailer)


def report(lines: Sequence[str]) -> bytes:
    """Return a PDF of one page with these lines."""
    return one_page(packed(written(lines)))


def bomb(random: Random) -> bytes:
    """Return a PDF of which one small stream unpacks to some 100 MB, of blanks or of text, once or twice packed."""
    unit = random.choice([b" " * 64, b"(said) Tj T*\n" * 5, b"\0" * 64])
    content = b"BT /F1 10 Tf 14 TL 50 780 Td\n" + unit * (100_000_000 // len(unit)) + b"ET"
    once = zlib.compress(content, 1)
    if random.random() < 0.5:
        return one_page(stream(once, b"/Filter /FlateDecode"))
    return one_page(stream(zlib.compress(once), b"/Filter [/FlateDecode /FlateDecode]"))


def locked(random: Random) -> bytes:
    """Return a PDF that asks for a password nobody has, or for a way of locking that no reader knows."""
    key = b"".join(b"%02x" % random.randrange(256) for _ in range(32))
    handler = random.choice([b"/Standard", b"/Adobe.PubSec", b"/Nobody.Knows"])
    lock = b"<< /Filter %s /V 2 /R 3 /Length 128 /P -44 /O <%s> /U <%s> >>" % (handler, key, key)
    return one_page(packed(written(["The ministry said so."])), b"/Encrypt %s /ID [<00> <00>]" % lock)


def looped(random: Random) -> bytes:
    """Return a PDF whose page tree, cross references or forms lead back to themselves."""
    content = packed(written(["The ministry said so."]))
    tree = b"<< /Type /Pages /Kids [%s] /Count %d >>"
    kind = random.randrange(4)
    if kind == 0:
        return pdf([CATALOG, tree % (b"2 0 R", random.choice([1, 5, 10**9])), FONT, page(5), content])
    if kind == 1:
        inner = b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 6 0 R] /Count 3 >>"
        return pdf([CATALOG, tree % (b"6 0 R", 3), FONT, page(5), content, inner])
    if kind == 2:
        return one_page(content, b"/Prev %d" % random.choice([0, 15, 10**12]))
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>"
    return one_page(stream(b"/X Do " * 50, form), fields=b"/Resources << /XObject << /X 5 0 R >> >>")


def odd(random: Random) -> bytes:
    """Return a PDF that is lawful or nearly so, and has no page, no text, too many pages or a page without end."""
    content = packed(written(["The ministry said so."]))
    tree = b"<< /Type /Pages /Kids [%s] /Count %d >>"
    kinds = (
        lambda: pdf([CATALOG, tree % (b"", 0), FONT]),
        lambda: pdf([CATALOG]),
        lambda: pdf([]),
        lambda: one_page(packed(b"0 0 100 100 re f")),
        lambda: pdf([CATALOG, tree % (b"4 0 R " * 2_000, 2_000), FONT, page(5), content]),
        lambda: one_page(content, fields=b"/MediaBox [0 0 1e30 -1e30] /Rotate 91 /UserUnit 1e9"),
        lambda: one_page(packed(b"q " * 1_000_000)),
        lambda: one_page(packed(written(["x" * 100_000] * 3))),
        lambda: one_page(b"<< /Length 99999999999 >>\nstream\nBT (cut) Tj ET"),
        lambda: one_page(b"[" * 50_000),
    )
    return random.choice(kinds)()
