import time
import zlib

import pytest

from sayso.clean.pdf_streams import check_expansion
from sayso.errors import TooLarge


def stream(content: bytes, layers: int = 1, more: bytes = b"") -> bytes:
    for _ in range(layers):
        content = zlib.compress(content)
    filters = b"[" + b"/FlateDecode " * layers + b"]"
    return b"<< /Filter %s %s /Length %d >>\nstream\n%s\nendstream" % (filters, more, len(content), content)


def check(data: bytes, seconds: float = 10) -> None:
    check_expansion(data, 200, time.monotonic() + seconds)


@pytest.mark.parametrize(
    "data", [stream(b"Tj " * 1000), stream(b" " * 1_500_000), b"no stream", b"<< /FlateDecode >>\nstream\nbroken"]
)
def test_ordinary_streams_pass(data: bytes) -> None:
    check(data)


@pytest.mark.parametrize(
    "data", [stream(b" " * 3_000_000), stream(b" " * 20_000_000, 2), stream(b"abcdefgh" * 2_000_000)]
)
def test_a_stream_that_grows_beyond_measure_is_refused(data: bytes) -> None:
    with pytest.raises(TooLarge, match="unpacks"):
        check(data)


def test_a_picture_may_be_blank() -> None:
    check(stream(b"\xff" * 20_000_000, more=b"/Subtype /Image"))


def test_the_time_is_limited() -> None:
    with pytest.raises(TooLarge, match="time"):
        check(stream(b"Tj " * 1000), seconds=-1)
