"""All tables, and those whose rows are journalled."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from qualcoder_nhs.storage.schema.columns import metadata, number, words
from qualcoder_nhs.storage.schema.people import (
    attributes,
    coders,
    groups,
    participants,
    studies,
)
from qualcoder_nhs.storage.schema.rounds import (
    codebook_versions,
    decisions,
    finishes,
    merges,
    rechecks,
    round_coders,
    round_transcripts,
    rounds,
)
from qualcoder_nhs.storage.schema.texts import (
    askings,
    guide_versions,
    links,
    presences,
    questions,
    speaker_participants,
    speakers,
    transcripts,
    turns,
)
from qualcoder_nhs.storage.schema.themes import (
    corrections,
    propositions,
    quotes,
    statements,
    summaries,
    theme_codes,
    themes,
    voicings,
)
from qualcoder_nhs.storage.schema.work import (
    code_set_members,
    code_sets,
    codes,
    codings,
    exports,
    memos,
)

__all__ = [
    "JOURNALLED",
    "askings",
    "attributes",
    "code_set_members",
    "code_sets",
    "codebook_versions",
    "coders",
    "codes",
    "codings",
    "corrections",
    "decisions",
    "exports",
    "finishes",
    "groups",
    "guide_versions",
    "links",
    "memos",
    "merges",
    "metadata",
    "participants",
    "presences",
    "propositions",
    "questions",
    "quotes",
    "rechecks",
    "round_coders",
    "round_transcripts",
    "rounds",
    "row_changes",
    "speaker_participants",
    "speakers",
    "statements",
    "steps",
    "studies",
    "summaries",
    "theme_codes",
    "themes",
    "transcripts",
    "turns",
    "voicings",
]

JOURNALLED = {
    table.name: table
    for table in (
        studies,
        coders,
        groups,
        participants,
        attributes,
        transcripts,
        turns,
        speakers,
        speaker_participants,
        presences,
        questions,
        guide_versions,
        askings,
        links,
        codes,
        code_sets,
        code_set_members,
        codings,
        themes,
        theme_codes,
        statements,
        quotes,
        summaries,
        propositions,
        voicings,
        corrections,
        memos,
        exports,
        codebook_versions,
        rounds,
        round_coders,
        round_transcripts,
        finishes,
        decisions,
        rechecks,
        merges,
    )
}
"""Every table whose rows only change through the writer, parents before children."""

# `about` is the step that is done, undone or done again; a first doing is about itself.
# `sealed` steps cannot be undone: they lost images to a forgotten transcript, or lie before an
# upgrade.
steps = Table(
    "steps",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    words("at"),
    Column("coder", Text, nullable=False),
    words("label"),
    words("detail"),
    words("direction"),
    Column("about", Integer, nullable=False, index=True),
    number("sealed"),
    Index("ix_steps_coder", "coder", "id"),
    sqlite_strict=True,
)

row_changes = Table(
    "row_changes",
    metadata,
    Column("step", Integer, ForeignKey("steps.id", ondelete="RESTRICT"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    words("table"),
    words("row"),
    Column("before", Text),
    Column("after", Text),
    Index("ix_row_changes_row", "row"),
    sqlite_strict=True,
)
