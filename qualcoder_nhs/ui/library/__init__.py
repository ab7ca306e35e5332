"""The transcripts pane: what there is to read, and how far one has come."""
