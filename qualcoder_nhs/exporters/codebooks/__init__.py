"""Codebooks out, in every kind of file."""
