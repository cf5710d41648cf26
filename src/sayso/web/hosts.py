"""Which names the page answers to: a page elsewhere that points its own name here (DNS rebinding) is turned away."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass

_WILDCARDS = {"", "0.0.0.0", "::"}


def is_loopback(host: str) -> bool:
    """Whether the host is this machine as seen by itself alone."""
    address = _address(host)
    return address.is_loopback if address else host == "localhost"


def is_wildcard(host: str) -> bool:
    """Whether the host stands for every address of this machine."""
    return host in _WILDCARDS


@dataclass(frozen=True, slots=True)
class Hosts:
    """The names allowed in a Host header when the page is bound to `bound`.

    On a wildcard address any IP literal is allowed, as rebinding needs a name, and so is this machine's own name.
    """

    bound: str

    def allow(self, header: str) -> bool:
        """Whether a Host header names this machine; the port does not matter."""
        name = _name(header)
        if is_loopback(name) or name == self.bound.casefold():
            return bool(name)
        return is_wildcard(self.bound) and (_address(name) is not None or name == socket.gethostname().casefold())


def _name(header: str) -> str:
    """Return the host of `host:port` in lower case, an IPv6 address without its brackets; "" if there is none."""
    if header.startswith("["):
        return header[1:].partition("]")[0].casefold()
    host, _, port = header.partition(":")
    return host.rstrip(".").casefold() if not port or port.isdecimal() else ""


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None
