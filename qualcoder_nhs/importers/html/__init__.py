"""Transcripts from web pages (.html)."""
