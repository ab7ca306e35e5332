"""Files in: what stands in transcripts, codebooks, tables and studies of other programs."""
