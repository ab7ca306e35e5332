"""The options of a table as a calm row: what is changed often at once, the rest when asked for."""

SELDOM = (
    *("rows", "level", "unused", "split-interjections", "coders", "transcripts"),
    *("around", "most", "window", "least"),
)
