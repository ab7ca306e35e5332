"""Topic guides in: Word, text, and sheets."""
