"""The codebook, what was coded with it and noted, and what left the study, as tables."""

from sqlalchemy import Column, Index, Integer, Text

from qualcoder_nhs.storage.schema.columns import a_table, number, of, words

codes = a_table(
    "codes",
    words("slug", unique=True),
    words("name"),
    of("parent", "codes", optional=True),
    number("position"),
    Column("colour", Text),
    words("applicable"),
    words("definition"),
    words("use"),
    words("do_not_use"),
    words("example"),
    words("serves"),
    words("companions"),
    words("aliases"),
    number("archived"),
)

code_sets = a_table("code_sets", words("kind"), words("name"), words("scope"), words("why"))

code_set_members = a_table(
    "code_set_members", of("code_set", "code_sets"), of("code", "codes"), number("position")
)

codings = a_table(
    "codings",
    of("transcript", "transcripts"),
    of("coder", "coders"),
    of("code", "codes"),
    words("layer", index=True),
    number("start"),
    number("end"),
    words("made"),
    words("flags"),
    Index("ix_codings_place", "transcript", "start"),
)

memos = a_table(
    "memos",
    of("coder", "coders"),
    words("text"),
    words("made"),
    words("changed"),
    of("transcript", "transcripts", optional=True),
    Column("start", Integer),
    Column("end", Integer),
    of("code", "codes", optional=True),
    of("coding", "codings", optional=True),
    of("participant", "participants", optional=True),
    of("theme", "themes", optional=True),
    number("private"),
)

exports = a_table(
    "exports",
    of("coder", "coders"),
    words("made"),
    words("what"),
    words("file"),
    words("file_hash"),
    words("transcripts"),
)
