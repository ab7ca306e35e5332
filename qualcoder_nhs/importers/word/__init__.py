"""Word transcripts (.docx)."""
