"""The transcripts with all that is known of the talk in them, as tables."""

from sqlalchemy import REAL, Column, Integer, UniqueConstraint

from qualcoder_nhs.storage.schema.columns import a_table, number, of, words

transcripts = a_table(
    "transcripts",
    words("name", unique=True),
    words("text"),
    number("words"),
    of("group", "groups"),
    words("kind"),
    words("file_name"),
    words("file_hash"),
    number("position"),
    words("added"),
    of("added_by", "coders"),
)

turns = a_table(
    "turns",
    of("transcript", "transcripts"),
    number("index"),
    words("label"),
    number("start"),
    number("end"),
    Column("label_start", Integer),
    Column("label_end", Integer),
    Column("time_start", Integer),
    Column("time_end", Integer),
    Column("time", REAL),
)

speakers = a_table(
    "speakers",
    of("transcript", "transcripts"),
    words("label"),
    words("function"),
    UniqueConstraint("transcript", "label"),
)

speaker_participants = a_table(
    "speaker_participants",
    of("speaker", "speakers"),
    of("participant", "participants"),
    number("position"),
)

# Turns are named by their numbers, which only a correction of the text changes.
presences = a_table(
    "presences",
    of("transcript", "transcripts"),
    of("participant", "participants"),
    Column("first", Integer),
    Column("last", Integer),
    UniqueConstraint("transcript", "participant"),
)

questions = a_table(
    "questions", words("name", unique=True), words("text"), words("probes"), number("position")
)

guide_versions = a_table(
    "guide_versions",
    Column("number", Integer, nullable=False, unique=True),
    words("questions"),
    words("made"),
    of("made_by", "coders"),
)

askings = a_table(
    "askings",
    of("transcript", "transcripts"),
    of("question", "questions", optional=True),
    Column("turn", Integer),
)

links = a_table(
    "links",
    of("transcript", "transcripts"),
    number("turn"),
    number("target"),
    words("kind"),
    of("coder", "coders"),
    words("layer", index=True),
    words("made"),
)
