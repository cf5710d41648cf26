"""The first bytes of formats that are not reports, so that a refusal can say what a file looks like."""

from __future__ import annotations

from dataclasses import dataclass

_HEAD = 1024
_PRINTABLE = bytes(range(32, 127))


@dataclass(frozen=True, slots=True)
class Signature:
    """A format's first bytes at `offset`, what to call it, and what to do with one."""

    magic: bytes
    thing: str
    cure: str
    offset: int = 0


_DOCUMENT = "Save it as PDF, HTML or plain text and add that."
_ARCHIVE = "Unpack it and add the files inside."
_PICTURE = "Run text recognition (OCR) on it and add the text."
_SOUND = "Transcribe it and add the text."
_PROGRAM = "Add reports only: text, HTML, PDF or JSONL."

_ZIPPED = (
    (b"word/document.xml", "a Word document (docx)", _DOCUMENT),
    (b"xl/workbook.xml", "an Excel workbook (xlsx)", _DOCUMENT),
    (b"ppt/presentation.xml", "a PowerPoint presentation (pptx)", _DOCUMENT),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file (odt, ods, odp)", _DOCUMENT),
    (b"application/epub+zip", "an e-book (epub)", _DOCUMENT),
)
_SIGNATURES = (
    Signature(b"PK\x03\x04", "a zip archive", _ARCHIVE),
    Signature(b"PK\x05\x06", "an empty zip archive", _ARCHIVE),
    Signature(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (doc, xls, ppt, msg)", _DOCUMENT),
    Signature(b"{\\rtf", "a rich text document (rtf)", _DOCUMENT),
    Signature(b"%!PS", "a PostScript document", _DOCUMENT),
    Signature(b"\x1f\x8b", "a gzip archive", _ARCHIVE),
    Signature(b"BZh", "a bzip2 archive", _ARCHIVE),
    Signature(b"\xfd7zXZ\x00", "an xz archive", _ARCHIVE),
    Signature(b"\x28\xb5\x2f\xfd", "a zstd archive", _ARCHIVE),
    Signature(b"7z\xbc\xaf\x27\x1c", "a 7z archive", _ARCHIVE),
    Signature(b"Rar!\x1a\x07", "a rar archive", _ARCHIVE),
    Signature(b"ustar", "a tar archive", _ARCHIVE, 257),
    Signature(b"\x89PNG\r\n\x1a\n", "a picture (png)", _PICTURE),
    Signature(b"\xff\xd8\xff", "a picture (jpeg)", _PICTURE),
    Signature(b"GIF8", "a picture (gif)", _PICTURE),
    Signature(b"WEBP", "a picture (webp)", _PICTURE, 8),
    Signature(b"II*\x00", "a picture (tiff)", _PICTURE),
    Signature(b"MM\x00*", "a picture (tiff)", _PICTURE),
    Signature(b"BM", "a picture (bmp)", _PICTURE),
    Signature(b"ftyp", "a film or picture (mp4, heic)", _SOUND, 4),
    Signature(b"RIFF", "a sound or film (wav, avi)", _SOUND),
    Signature(b"OggS", "a sound (ogg)", _SOUND),
    Signature(b"ID3", "a sound (mp3)", _SOUND),
    Signature(b"fLaC", "a sound (flac)", _SOUND),
    Signature(b"\x1aE\xdf\xa3", "a film (mkv, webm)", _SOUND),
    Signature(b"\x7fELF", "a program (ELF)", _PROGRAM),
    Signature(b"MZ", "a Windows program", _PROGRAM),
    Signature(b"\xca\xfe\xba\xbe", "a compiled program", _PROGRAM),
    Signature(b"\xcf\xfa\xed\xfe", "a macOS program", _PROGRAM),
    Signature(b"SQLite format 3\x00", "an SQLite database", "Export the reports from it as JSONL."),
    Signature(b"PAR1", "a Parquet table", "Export the reports from it as JSONL."),
    Signature(b"WARC/", "a web archive (WARC)", "Take the pages out of it and add them as HTML."),
)
_TEXTUAL = {b"{\\rtf", b"%!PS", b"WARC/"}  # formats that are told by printable bytes alone


def looks_like(data: bytes) -> Signature | None:
    """Return the signature that the bytes carry, or None.

    A signature of letters alone counts only before a NUL, as a text may begin with "MZ" or "GIF8".
    """
    head = data[:_HEAD]
    for known in _SIGNATURES:
        if not head.startswith(known.magic, known.offset):
            continue
        if known.magic in _TEXTUAL or known.magic.translate(None, _PRINTABLE) or b"\0" in head:
            return _inside_zip(data, known) if known.magic == b"PK\x03\x04" else known
    return None


def _inside_zip(data: bytes, outer: Signature) -> Signature:
    for name, thing, cure in _ZIPPED:
        if name in data:
            return Signature(outer.magic, thing, cure)
    return outer
