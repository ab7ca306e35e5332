"""The nouns of the work and their rules; standard library only."""
