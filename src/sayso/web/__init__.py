"""The page: a list of reports and a reading view, served on this machine and loading nothing from elsewhere."""

from sayso.web.app import create_app
from sayso.web.serving import listen, server

__all__ = ["create_app", "listen", "server"]
