"""Captions of recordings (.vtt, .srt)."""
