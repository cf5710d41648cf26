"""What is kept: reports, texts, readings, claims, custody and refusals, in a database that only appends.

The only room that imports SQLAlchemy.
"""

from sayso.store.store import Store, now

__all__ = ["Store", "now"]
