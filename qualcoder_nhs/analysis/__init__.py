"""Numbers and layouts computed from values; no files, no windows."""
