"""Writes the bundled PDF sample, `src/sayso/samples/bulletin.pdf`, with nothing but the standard library.

Run from the root of the tree: `python docs/samples/make_pdf.py`. The same words give the same bytes.
"""

from __future__ import annotations

import textwrap
from pathlib import Path

TARGET = Path("src/sayso/samples/bulletin.pdf")
COMMENT = b"% An exercise: invented, and written by docs/samples/make_pdf.py of the sayso project.\n"
TITLE = "Daily bulletin no. 41: shooting incident in Pikit"
PARAGRAPHS = (
    "Mindanao Ceasefire Desk - Cotabato City, 20 November 2025",
    "Two persons were wounded on Wednesday, 19 November, at about 6:45 p.m. when shots were fired at a checkpoint of "
    "the municipal police on the road from Pikit to Datu Montawal, the provincial police office reported. Neither of "
    "the two is in danger, according to the attending physician.",
    "The police office stated that the shots came from a passing van and that officers did not return fire. It "
    "attributes the attack to members of the Tamontaka Group, which it suspects of extorting truck drivers.",
    "The spokesperson of the group, who uses the name Commander Salik, denied that its members took part. He told the "
    "desk by telephone that the group has observed the ceasefire since August and \"has no reason to shoot at anyone "
    "in Pikit\".",
    "A village official and a vendor, interviewed separately, said that the shots were fired by a man on a "
    "motorcycle, not from a van. The desk considers this account more likely, since the five cartridge cases were "
    "found on the side of the road that a van would not have used. It has asked the police to share their findings.",
    "Some 40 families left the village of Inug-ug during the night for fear of a reprisal, the municipal social "
    "welfare officer said. Most are expected to return before the weekend.",
    "The joint committee will meet in Cotabato on Monday, 24 November. The desk urges both parties to keep their "
    "forces where they are until then.",
    "Figures in this bulletin are preliminary. The desk has not been able to verify every account.",
)  # fmt: skip
SIZE, LEADING, LEFT, TOP, COLUMNS = 11, 15, 72, 760, 88


def lines() -> list[str]:
    """Return the page's lines, wrapped, with an empty line after each paragraph."""
    wrapped = [TITLE, ""]
    for paragraph in PARAGRAPHS:
        wrapped += [*textwrap.wrap(paragraph, COLUMNS), ""]
    return wrapped


def page() -> bytes:
    """Return the content stream that draws the lines from the top of the page."""
    drawn = [f"BT /F1 {SIZE} Tf {LEADING} TL {LEFT} {TOP} Td"]
    for line in lines():
        escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        drawn.append(f"({escaped}) Tj T*")
    return "\n".join([*drawn, "ET"]).encode("cp1252")


def document() -> bytes:
    """Return the whole file: six objects, their cross-reference table and the trailer."""
    content = page()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({TITLE}) /Producer (docs/samples/make_pdf.py) /CreationDate (D:20251120080000Z) >>".encode(
            "cp1252"
        ),
    ]
    written = b"%PDF-1.4\n" + COMMENT
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    written += b"trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\n" % (len(objects) + 1)
    return written + b"startxref\n%d\n%%%%EOF\n" % start


if __name__ == "__main__":
    TARGET.write_bytes(document())
