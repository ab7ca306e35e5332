"""OpenDocument transcripts (.odt)."""
