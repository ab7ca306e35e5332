"""Codebooks in: every kind of file that they come in, read to one kind of draft."""
