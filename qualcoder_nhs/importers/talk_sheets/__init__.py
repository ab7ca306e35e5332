"""Transcripts in sheets: who speaks, what is said and when, in columns."""
