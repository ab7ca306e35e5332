"""Finding: words in the whole study, and anything by its name."""
