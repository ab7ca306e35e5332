"""Rich Text transcripts (.rtf)."""
