from __future__ import annotations

import socket

import pytest

from sayso.web.hosts import Hosts, is_loopback

OWN = ["127.0.0.1", "127.0.0.1:8737", "localhost:80", "LOCALHOST", "localhost.", "[::1]:8737", "127.8.8.8"]
FOREIGN = [
    "",
    "rebound.example",
    "127.0.0.1.nip.example",
    "192.168.1.7",
    "[fe80::1]",
    "localhost:x",
    "localhost.example",
]


@pytest.mark.parametrize("header", OWN)
def test_a_loopback_page_answers_to_loopback_names(header: str) -> None:
    assert Hosts("127.0.0.1").allow(header)


@pytest.mark.parametrize("header", FOREIGN)
def test_a_loopback_page_answers_to_no_other_name(header: str) -> None:
    assert not Hosts("127.0.0.1").allow(header)


def test_a_page_bound_to_a_name_answers_to_it() -> None:
    assert [True, False] == [Hosts("desk.example").allow(name) for name in ("Desk.example:1", "other.example")]


def test_a_page_on_every_address_answers_to_addresses_and_its_own_name_only() -> None:
    asked = ["192.168.1.7:8737", "[fe80::1]", socket.gethostname(), "rebound.example", ""]

    assert [True, True, True, False, False] == [Hosts("0.0.0.0").allow(header) for header in asked]


def test_only_this_machine_alone_is_loopback() -> None:
    assert [True, True, True, False, False] == [
        is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "example.org")
    ]
