"""The Themes desk: what is claimed, on which codes, with which words for and against it."""
