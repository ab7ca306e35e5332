"""Correcting the words of a transcript: the new words, and what becomes of what lies on them."""
