"""Taguette projects: the SQLite file that Taguette exports, or the one it works in."""
