"""The tables, on one page. Ids are text; values are text, whole numbers and reals only."""

from sqlalchemy import (
    REAL,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _table(name: str, *parts: Column[object] | UniqueConstraint | Index) -> Table:
    return Table(name, metadata, Column("id", Text, primary_key=True), *parts, sqlite_strict=True)


def _text(name: str, *, index: bool = False, unique: bool = False) -> Column[object]:
    return Column(name, Text, nullable=False, index=index, unique=unique)


def _number(name: str) -> Column[object]:
    return Column(name, Integer, nullable=False)


def _of(name: str, table: str, *, optional: bool = False) -> Column[object]:
    """A column that names a row elsewhere. Nothing cascades: the journal sees each row go."""
    target = ForeignKey(f"{table}.id", ondelete="RESTRICT", onupdate="RESTRICT")
    return Column(name, Text, target, nullable=optional, index=True)


studies = _table("studies", _text("name"), _text("created"))

coders = _table("coders", _text("name", unique=True), _text("role"), _text("added"))

groups = _table("groups", _text("name", unique=True), _text("attributes"))

participants = _table("participants", _text("name"), _text("attributes"))

transcripts = _table(
    "transcripts",
    _text("name", unique=True),
    _text("text"),
    _number("words"),
    _of("group", "groups"),
    _text("kind"),
    _text("file_name"),
    _text("file_hash"),
    _number("position"),
    _text("added"),
    _of("added_by", "coders"),
)

turns = _table(
    "turns",
    _of("transcript", "transcripts"),
    _number("index"),
    _text("label"),
    _number("start"),
    _number("end"),
    Column("label_start", Integer),
    Column("label_end", Integer),
    Column("time_start", Integer),
    Column("time_end", Integer),
    Column("time", REAL),
)

speakers = _table(
    "speakers",
    _of("transcript", "transcripts"),
    _text("label"),
    _text("function"),
    UniqueConstraint("transcript", "label"),
)

speaker_participants = _table(
    "speaker_participants",
    _of("speaker", "speakers"),
    _of("participant", "participants"),
    _number("position"),
)

codes = _table(
    "codes",
    _text("slug", unique=True),
    _text("name"),
    _of("parent", "codes", optional=True),
    _number("position"),
    Column("colour", Text),
    _text("applicable"),
    _text("definition"),
    _text("use"),
    _text("do_not_use"),
    _text("example"),
    _text("serves"),
    _text("companions"),
    _text("aliases"),
    _number("archived"),
)

code_sets = _table("code_sets", _text("kind"), _text("name"), _text("scope"), _text("why"))

code_set_members = _table(
    "code_set_members", _of("code_set", "code_sets"), _of("code", "codes"), _number("position")
)

codings = _table(
    "codings",
    _of("transcript", "transcripts"),
    _of("coder", "coders"),
    _of("code", "codes"),
    _text("layer", index=True),
    _number("start"),
    _number("end"),
    _text("made"),
    _text("flags"),
    Index("ix_codings_place", "transcript", "start"),
)

memos = _table(
    "memos",
    _of("coder", "coders"),
    _text("text"),
    _text("made"),
    _text("changed"),
    _of("transcript", "transcripts", optional=True),
    Column("start", Integer),
    Column("end", Integer),
    _of("code", "codes", optional=True),
    _of("coding", "codings", optional=True),
    _of("participant", "participants", optional=True),
    _number("private"),
)

exports = _table(
    "exports",
    _of("coder", "coders"),
    _text("made"),
    _text("what"),
    _text("file"),
    _text("file_hash"),
    _text("transcripts"),
)

codebook_versions = _table(
    "codebook_versions",
    Column("number", Integer, nullable=False, unique=True),
    _text("codebook"),
    _text("made"),
    _of("made_by", "coders"),
)

rounds = _table(
    "rounds",
    _text("name", unique=True),
    _of("version", "codebook_versions"),
    _text("unit"),
    Column("measure", Text),
    Column("at_least", REAL),
    _number("blind"),
    Column("share", REAL),
    Column("seed", Integer),
    _text("made"),
    _of("made_by", "coders"),
    Column("opened", Text),
    Column("ended", Text),
)

round_coders = _table(
    "round_coders", _of("round", "rounds"), _of("coder", "coders"), _number("position")
)

# `turns` lists the numbers of the turns that are coded, nothing where all are.
round_transcripts = _table(
    "round_transcripts",
    _of("round", "rounds"),
    _of("transcript", "transcripts"),
    _number("position"),
    Column("turns", Text),
)

# `layer` as in codings: coders also say outside any round that they are done.
finishes = _table(
    "finishes",
    _text("layer"),
    _of("coder", "coders"),
    _of("transcript", "transcripts"),
    _text("at"),
    UniqueConstraint("layer", "coder", "transcript"),
)

# `about` and `codings` list the ids of codings, which may be gone; so may the code.
decisions = _table(
    "decisions",
    _of("round", "rounds"),
    _of("transcript", "transcripts"),
    _text("about"),
    _text("choice"),
    _of("coder", "coders", optional=True),
    Column("code", Text),
    Column("cause", Text),
    _text("reason"),
    _text("codings"),
    _text("made"),
    _of("made_by", "coders"),
)

# The id is that of a coding, which may be gone.
rechecks = _table("rechecks", _text("at"), _of("coder", "coders"))

# `study` is what the file called itself, `lineage` its steps up to then in short, by which a later
# state of the same file is known.
merges = _table(
    "merges",
    _text("study"),
    _text("file"),
    _text("made"),
    _of("made_by", "coders"),
    _text("lineage"),
)

JOURNALLED = {
    table.name: table
    for table in (
        studies,
        coders,
        groups,
        participants,
        transcripts,
        turns,
        speakers,
        speaker_participants,
        codes,
        code_sets,
        code_set_members,
        codings,
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
    _text("at"),
    Column("coder", Text, nullable=False),
    _text("label"),
    _text("detail"),
    _text("direction"),
    Column("about", Integer, nullable=False, index=True),
    _number("sealed"),
    Index("ix_steps_coder", "coder", "id"),
    sqlite_strict=True,
)

row_changes = Table(
    "row_changes",
    metadata,
    Column("step", Integer, ForeignKey("steps.id", ondelete="RESTRICT"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    _text("table"),
    _text("row"),
    Column("before", Text),
    Column("after", Text),
    Index("ix_row_changes_row", "row"),
    sqlite_strict=True,
)
