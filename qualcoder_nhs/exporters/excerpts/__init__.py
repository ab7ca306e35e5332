"""Excerpts, in every kind of file."""
