"""What a form sends: read by hand, and taken only from a page that this very run of the program served."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request

from sayso.errors import SaysoError, TooLarge
from sayso.web.site import site_of

_LARGEST = 262_144  # bytes; a form of the review queue names some hundred claims
_MOST_FIELDS = 2_000


class Forged(SaysoError):
    """A form that this run of the program did not serve: another site's, or one from before it was started."""

    http_status = 403


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form, each with all its values in order."""

    fields: Mapping[str, list[str]]

    def one(self, name: str) -> str:
        """Return the first value of a field, "" where it was left out."""
        return self.fields.get(name, [""])[0]

    def every(self, name: str) -> tuple[str, ...]:
        """Return the values of a field, those left empty passed over."""
        return tuple(value for value in self.fields.get(name, []) if value)


async def form_of(request: Request) -> Form:
    """Read the form of a request; raises Forged where its token or its origin is not ours, and TooLarge."""
    messages = site_of(request).messages
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST:
            raise TooLarge(messages("form.too_large"), messages("form.too_large_cure"))
    form = Form(_parsed(body))
    ours = secrets.compare_digest(form.one("token").encode(), site_of(request).token.encode())
    if not ours or not _from_here(request):
        raise Forged(messages("form.forged"), messages("form.forged_cure"))
    return form


def _parsed(body: bytes) -> Mapping[str, list[str]]:
    try:
        return parse_qs(body.decode("ascii"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        return {}


def _from_here(request: Request) -> bool:
    """Whether the browser names this very server as the page's origin, or names none."""
    origin = request.headers.get("origin")
    if origin is None:
        return request.headers.get("sec-fetch-site", "same-origin") in {"same-origin", "none"}
    return urlsplit(origin).netloc == request.headers.get("host")


def local(path: str) -> str:
    """Return a path of this server to go back to; anything that could lead elsewhere becomes the front page."""
    parts = urlsplit(path)
    safe = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if safe and not parts.netloc and "\\" not in path else "/"
