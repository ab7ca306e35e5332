"""The page on which a study of another program comes in."""
