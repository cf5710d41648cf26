"""Every refusal as a page in plain words, or as JSON where JSON was asked for."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from sayso.errors import SaysoError
from sayso.web.guard import HEADERS
from sayso.web.pages import ErrorPage
from sayso.web.site import site_of


def add_handlers(app: FastAPI) -> None:
    """Make the application answer every error in plain words."""
    app.add_exception_handler(SaysoError, _refused)
    app.add_exception_handler(HTTPException, _not_served)
    app.add_exception_handler(RequestValidationError, _bad_value)
    app.add_exception_handler(Exception, _fault)


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, SaysoError)
    return _answer(request, ErrorPage(error.http_status, error.name, error.cause, error.cure))


def _not_served(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    key, name = ("method", "MethodNotAllowed") if error.status_code == 405 else ("not_found", "NotFound")
    return _in_words(request, error.status_code, name, key)


def _bad_value(request: Request, _: Exception) -> Response:
    return _in_words(request, 422, "BadValue", "bad_value")


def _fault(request: Request, _: Exception) -> Response:
    # Starlette answers this one from outside the guard, so the headers are put on here.
    answer = _in_words(request, 500, "Fault", "fault")
    answer.headers.update(HEADERS)
    return answer


def _in_words(request: Request, status: int, name: str, key: str) -> Response:
    messages = site_of(request).messages
    return _answer(request, ErrorPage(status, name, messages(f"error.{key}"), messages(f"error.{key}_cure")))


def _answer(request: Request, page: ErrorPage) -> Response:
    if request.url.path.endswith(".json") or request.url.path.startswith("/api/"):
        return JSONResponse({"error": page.name, "cause": page.cause, "cure": page.cure}, page.status)
    site = site_of(request)
    key = f"error.heading_{page.status}"
    heading = site.messages(key if site.messages.has(key) else "error.heading_500")
    return site.page(request, "error.html", page.status, page=page, heading=heading)
