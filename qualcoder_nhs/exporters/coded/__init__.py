"""Transcripts with their codes: Word comments, and a page with stripes."""
