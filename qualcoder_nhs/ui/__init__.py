"""The windows; the only Qt."""
