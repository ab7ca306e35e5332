"""Independent coding, what was decided on it, and what came in, as tables."""

from sqlalchemy import REAL, Column, Integer, Text, UniqueConstraint

from qualcoder_nhs.storage.schema.columns import a_table, number, of, words

codebook_versions = a_table(
    "codebook_versions",
    Column("number", Integer, nullable=False, unique=True),
    words("codebook"),
    words("made"),
    of("made_by", "coders"),
)

rounds = a_table(
    "rounds",
    words("name", unique=True),
    of("version", "codebook_versions"),
    words("unit"),
    Column("measure", Text),
    Column("at_least", REAL),
    number("blind"),
    Column("share", REAL),
    Column("seed", Integer),
    words("made"),
    of("made_by", "coders"),
    Column("opened", Text),
    Column("ended", Text),
    Column("by_question", Integer),
    Column("questions", Text),
)

round_coders = a_table(
    "round_coders", of("round", "rounds"), of("coder", "coders"), number("position")
)

# `turns` lists the numbers of the turns that are coded, nothing where all are.
round_transcripts = a_table(
    "round_transcripts",
    of("round", "rounds"),
    of("transcript", "transcripts"),
    number("position"),
    Column("turns", Text),
)

# `layer` as in codings: coders also say outside any round that they are done.
finishes = a_table(
    "finishes",
    words("layer"),
    of("coder", "coders"),
    of("transcript", "transcripts"),
    words("at"),
    UniqueConstraint("layer", "coder", "transcript"),
)

# `about` and `codings` list the ids of codings, which may be gone; so may the code.
decisions = a_table(
    "decisions",
    of("round", "rounds"),
    of("transcript", "transcripts"),
    words("about"),
    words("choice"),
    of("coder", "coders", optional=True),
    Column("code", Text),
    Column("cause", Text),
    words("reason"),
    words("codings"),
    words("made"),
    of("made_by", "coders"),
)

# The id is that of a coding, which may be gone.
rechecks = a_table("rechecks", words("at"), of("coder", "coders"))

# `study` is what the file called itself, `lineage` its steps up to then in short, by which a later
# state of the same file is known.
merges = a_table(
    "merges",
    words("study"),
    words("file"),
    words("made"),
    of("made_by", "coders"),
    words("lineage"),
)
