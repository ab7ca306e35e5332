"""Coding focus-group transcripts on a laptop: the version number, and how numpy is to count."""

import os

__version__ = "0.1.0"

# Matrices are small here: sharing one out among threads takes longer than multiplying it, and
# several times the processor's time. OpenBLAS looks for this when numpy is loaded, by whomever.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
