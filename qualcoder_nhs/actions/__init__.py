"""Each thing a coder can do, one small class each."""
