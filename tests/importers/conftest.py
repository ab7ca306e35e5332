"""LibreOffice, which also writes what is read here."""

from exporters.conftest import office

__all__ = ["office"]
