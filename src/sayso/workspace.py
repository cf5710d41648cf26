"""The one place where stages meet the store; the Python API."""
