"""Codings as tables, with every field."""
