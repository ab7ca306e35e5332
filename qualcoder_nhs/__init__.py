"""Coding focus-group transcripts on a laptop: the version number, nothing else."""

__version__ = "0.1.0"
