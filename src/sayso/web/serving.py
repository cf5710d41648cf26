"""Serving the page on this machine, and on no other unless asked."""

from __future__ import annotations

import socket

import uvicorn

from sayso.errors import ServeError
from sayso.web.hosts import is_loopback


def listen(host: str, port: int, *, expose: bool = False) -> socket.socket:
    """Return a socket that listens on the address; port 0 takes a free one. Raises ServeError."""
    if not expose and not is_loopback(host):
        raise ServeError(
            f"On {host or 'every address'} the page could be read by other machines, and it asks for no password.",
            "Leave the address at 127.0.0.1, or say --expose if that is what you want.",
        )
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise ServeError(f"{host} is no address that can be served on: {error.strerror}.", "Try 127.0.0.1.") from None
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()
    except OSError as error:
        listener.close()
        cure = "Another program may be using it: choose another port with --port."
        raise ServeError(f"Cannot serve on {host} port {port}: {error.strerror}.", cure) from None
    return listener


def server(app: object) -> uvicorn.Server:
    """Return a server for the application that logs nothing but faults and trusts no proxy's headers."""
    config = uvicorn.Config(
        app,  # type: ignore[arg-type]
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
    )
    return uvicorn.Server(config)
