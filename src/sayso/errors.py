"""Every way the program can refuse: the cause, the cure, an exit code and an HTTP status."""

from __future__ import annotations


class SaysoError(Exception):
    """A refusal that a person can act on: what happened and what to do about it."""

    exit_code = 1
    http_status = 500

    def __init__(self, cause: str, cure: str = "") -> None:
        super().__init__(cause)
        self.cause = cause
        self.cure = cure

    @property
    def name(self) -> str:
        """The error's stable name, as it is printed in JSON."""
        return type(self).__name__

    def __str__(self) -> str:
        return f"{self.cause} {self.cure}".strip()


class NotFound(SaysoError):
    """No such file, report, claim or workspace."""

    exit_code = 3
    http_status = 404


class UnsupportedFormat(SaysoError):
    """The bytes are not text, HTML, PDF or JSONL."""

    exit_code = 4
    http_status = 415


class TooLarge(SaysoError):
    """A limit was passed: bytes, pages, nesting, decompression or length of the text."""

    exit_code = 5
    http_status = 413


class Unreadable(SaysoError):
    """The file is of a known format but damaged, truncated or locked."""

    exit_code = 6
    http_status = 422


class NoText(SaysoError):
    """There is nothing to read: an empty file, or a PDF made of pictures."""

    exit_code = 7
    http_status = 422


class BadValue(SaysoError):
    """A value given by the user (a flag, a setting, a sidecar field) cannot be used."""

    exit_code = 8
    http_status = 400


class StoreError(SaysoError):
    """The workspace cannot be opened or written: damaged, locked, full, or made by a newer version."""

    exit_code = 9
    http_status = 503


class IntegrityError(SaysoError):
    """What is stored is no longer what was received: altered bytes, a broken custody line, a wrong span."""

    exit_code = 10
    http_status = 500


class PartialFailure(SaysoError):
    """Some of several inputs could not be added; the others were, and nothing was lost."""

    exit_code = 11
    http_status = 207


class ServeError(SaysoError):
    """The page cannot be served: the port is taken or the address is not this machine's."""

    exit_code = 12
    http_status = 500


class ModelError(SaysoError):
    """The encoder's files are missing, damaged, or made for another version of the program."""

    exit_code = 13
    http_status = 500

    def __init__(self, cause: str) -> None:
        super().__init__(cause, "Install sayso anew: pip install --force-reinstall sayso.")


class GazetteerError(SaysoError):
    """A gazetteer file or a dump of places cannot be used: missing, damaged, or not what it is said to be."""

    exit_code = 14
    http_status = 500


class Unconfirmed(SaysoError):
    """A claim was to be graded as confirmed by other sources, and nothing shows that there are independent ones."""

    exit_code = 15
    http_status = 409

    def __init__(self, because: str) -> None:
        super().__init__(
            f"This cannot be graded 1, confirmed by other sources: {because}.",
            "Grade it 2 or lower, or add a report of another origin that names its source.",
        )


class MissingPackage(SaysoError):
    """A format was asked for that needs a package which is not installed; it is an optional extra of sayso."""

    exit_code = 16
    http_status = 501

    def __init__(self, what: str, package: str, extra: str) -> None:
        super().__init__(
            f"{what} needs the package {package}, which is not installed.", f"Install it: pip install 'sayso[{extra}]'."
        )


class Fault(SaysoError):
    """Something that should not have happened, whatever the input: a fault of the program."""

    exit_code = 70

    def __init__(self, error: Exception) -> None:
        super().__init__(
            f"Something went wrong inside sayso: {type(error).__name__}.",
            "Please report it with the file that caused it; SAYSO_DEBUG=1 shows where it happened.",
        )
        self.__cause__ = error


class OffsetError(SaysoError):
    """A span does not lie in the text or does not quote it: a fault of the program, never of the input."""

    exit_code = 70
    http_status = 500

    def __init__(self, start: int, end: int, length: int) -> None:
        super().__init__(
            f"The range {start}-{end} does not fit a text of {length} characters, or quotes other words.",
            "This is a fault in sayso; please report it with the file that caused it.",
        )
        self.start, self.end, self.length = start, end, length
