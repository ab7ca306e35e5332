"""What the analyst makes of it all, as tables."""

from qualcoder_nhs.storage.schema.columns import a_table, number, of, words

themes = a_table("themes", words("name", unique=True), words("serves"), number("position"))

theme_codes = a_table("theme_codes", of("theme", "themes"), of("code", "codes"), number("position"))

statements = a_table(
    "statements", of("theme", "themes"), words("text"), words("made"), of("by", "coders")
)

quotes = a_table(
    "quotes",
    of("theme", "themes"),
    of("transcript", "transcripts"),
    number("start"),
    number("end"),
    number("against"),
    number("position"),
    words("note"),
    words("added"),
    of("by", "coders"),
)

summaries = a_table(
    "summaries",
    of("transcript", "transcripts"),
    of("participant", "participants", optional=True),
    of("code", "codes", optional=True),
    of("theme", "themes", optional=True),
    words("text"),
    of("by", "coders"),
    words("changed"),
)

# `codes_for` and `codes_against` list the ids of codes, which may be gone.
propositions = a_table(
    "propositions",
    of("question", "questions", optional=True),
    words("text"),
    words("codes_for"),
    words("codes_against"),
    number("position"),
)

voicings = a_table(
    "voicings",
    of("proposition", "propositions"),
    of("transcript", "transcripts"),
    number("turn"),
    number("holds"),
)

corrections = a_table(
    "corrections",
    of("proposition", "propositions"),
    of("transcript", "transcripts"),
    of("participant", "participants", optional=True),
    words("value"),
    of("by", "coders"),
    words("made"),
)
