"""The first storey: study, people, transcripts, codebook, codings, memos, exports, journal."""

from alembic import op

revision = "0001"
down_revision = None

_TABLES = """
CREATE TABLE code_sets (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    scope TEXT NOT NULL,
    why TEXT NOT NULL,
    CONSTRAINT pk_code_sets PRIMARY KEY (id)
)
 STRICT;
CREATE TABLE coders (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    added TEXT NOT NULL,
    CONSTRAINT pk_coders PRIMARY KEY (id),
    CONSTRAINT uq_coders_name UNIQUE (name)
)
 STRICT;
CREATE TABLE codes (
    id TEXT NOT NULL,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    parent TEXT,
    position INTEGER NOT NULL,
    colour TEXT,
    applicable TEXT NOT NULL,
    definition TEXT NOT NULL,
    use TEXT NOT NULL,
    do_not_use TEXT NOT NULL,
    example TEXT NOT NULL,
    serves TEXT NOT NULL,
    companions TEXT NOT NULL,
    aliases TEXT NOT NULL,
    archived INTEGER NOT NULL,
    CONSTRAINT pk_codes PRIMARY KEY (id),
    CONSTRAINT uq_codes_slug UNIQUE (slug),
    CONSTRAINT fk_codes_parent FOREIGN KEY(parent) REFERENCES codes (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_codes_parent ON codes (parent);
CREATE TABLE groups (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    attributes TEXT NOT NULL,
    CONSTRAINT pk_groups PRIMARY KEY (id),
    CONSTRAINT uq_groups_name UNIQUE (name)
)
 STRICT;
CREATE TABLE participants (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    attributes TEXT NOT NULL,
    CONSTRAINT pk_participants PRIMARY KEY (id)
)
 STRICT;
CREATE TABLE steps (
    id INTEGER NOT NULL,
    at TEXT NOT NULL,
    coder TEXT NOT NULL,
    label TEXT NOT NULL,
    detail TEXT NOT NULL,
    direction TEXT NOT NULL,
    about INTEGER NOT NULL,
    sealed INTEGER NOT NULL,
    CONSTRAINT pk_steps PRIMARY KEY (id)
)
 STRICT;
CREATE INDEX ix_steps_about ON steps (about);
CREATE INDEX ix_steps_coder ON steps (coder, id);
CREATE TABLE studies (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    created TEXT NOT NULL,
    CONSTRAINT pk_studies PRIMARY KEY (id)
)
 STRICT;
CREATE TABLE code_set_members (
    id TEXT NOT NULL,
    code_set TEXT NOT NULL,
    code TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_code_set_members PRIMARY KEY (id),
    CONSTRAINT fk_code_set_members_code_set FOREIGN KEY(code_set) REFERENCES code_sets (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_code_set_members_code FOREIGN KEY(code) REFERENCES codes (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_code_set_members_code ON code_set_members (code);
CREATE INDEX ix_code_set_members_code_set ON code_set_members (code_set);
CREATE TABLE exports (
    id TEXT NOT NULL,
    coder TEXT NOT NULL,
    made TEXT NOT NULL,
    what TEXT NOT NULL,
    file TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    transcripts TEXT NOT NULL,
    CONSTRAINT pk_exports PRIMARY KEY (id),
    CONSTRAINT fk_exports_coder FOREIGN KEY(coder) REFERENCES coders (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_exports_coder ON exports (coder);
CREATE TABLE row_changes (
    step INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    "table" TEXT NOT NULL,
    "row" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    CONSTRAINT pk_row_changes PRIMARY KEY (step, seq),
    CONSTRAINT fk_row_changes_step FOREIGN KEY(step) REFERENCES steps (id) ON DELETE RESTRICT
)
 STRICT;
CREATE INDEX ix_row_changes_row ON row_changes ("row");
CREATE TABLE transcripts (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    words INTEGER NOT NULL,
    "group" TEXT NOT NULL,
    kind TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    position INTEGER NOT NULL,
    added TEXT NOT NULL,
    added_by TEXT NOT NULL,
    CONSTRAINT pk_transcripts PRIMARY KEY (id),
    CONSTRAINT uq_transcripts_name UNIQUE (name),
    CONSTRAINT fk_transcripts_group FOREIGN KEY("group") REFERENCES groups (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_transcripts_added_by FOREIGN KEY(added_by) REFERENCES coders (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_transcripts_added_by ON transcripts (added_by);
CREATE INDEX ix_transcripts_group ON transcripts ("group");
CREATE TABLE codings (
    id TEXT NOT NULL,
    transcript TEXT NOT NULL,
    coder TEXT NOT NULL,
    code TEXT NOT NULL,
    layer TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    made TEXT NOT NULL,
    flags TEXT NOT NULL,
    CONSTRAINT pk_codings PRIMARY KEY (id),
    CONSTRAINT fk_codings_transcript FOREIGN KEY(transcript) REFERENCES transcripts (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_codings_coder FOREIGN KEY(coder) REFERENCES coders (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_codings_code FOREIGN KEY(code) REFERENCES codes (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_codings_code ON codings (code);
CREATE INDEX ix_codings_coder ON codings (coder);
CREATE INDEX ix_codings_place ON codings (transcript, start);
CREATE INDEX ix_codings_transcript ON codings (transcript);
CREATE TABLE speakers (
    id TEXT NOT NULL,
    transcript TEXT NOT NULL,
    label TEXT NOT NULL,
    function TEXT NOT NULL,
    CONSTRAINT pk_speakers PRIMARY KEY (id),
    CONSTRAINT uq_speakers_transcript_label UNIQUE (transcript, label),
    CONSTRAINT fk_speakers_transcript FOREIGN KEY(transcript) REFERENCES transcripts (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_speakers_transcript ON speakers (transcript);
CREATE TABLE turns (
    id TEXT NOT NULL,
    transcript TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    label TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    label_start INTEGER,
    label_end INTEGER,
    time_start INTEGER,
    time_end INTEGER,
    time REAL,
    CONSTRAINT pk_turns PRIMARY KEY (id),
    CONSTRAINT fk_turns_transcript FOREIGN KEY(transcript) REFERENCES transcripts (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_turns_transcript ON turns (transcript);
CREATE TABLE memos (
    id TEXT NOT NULL,
    coder TEXT NOT NULL,
    text TEXT NOT NULL,
    made TEXT NOT NULL,
    changed TEXT NOT NULL,
    transcript TEXT,
    start INTEGER,
    "end" INTEGER,
    code TEXT,
    coding TEXT,
    participant TEXT,
    CONSTRAINT pk_memos PRIMARY KEY (id),
    CONSTRAINT fk_memos_coder FOREIGN KEY(coder) REFERENCES coders (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_memos_transcript FOREIGN KEY(transcript) REFERENCES transcripts (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_memos_code FOREIGN KEY(code) REFERENCES codes (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_memos_coding FOREIGN KEY(coding) REFERENCES codings (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_memos_participant FOREIGN KEY(participant) REFERENCES participants (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_memos_code ON memos (code);
CREATE INDEX ix_memos_coder ON memos (coder);
CREATE INDEX ix_memos_coding ON memos (coding);
CREATE INDEX ix_memos_participant ON memos (participant);
CREATE INDEX ix_memos_transcript ON memos (transcript);
CREATE TABLE speaker_participants (
    id TEXT NOT NULL,
    speaker TEXT NOT NULL,
    participant TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_speaker_participants PRIMARY KEY (id),
    CONSTRAINT fk_speaker_participants_speaker FOREIGN KEY(speaker) REFERENCES speakers (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_speaker_participants_participant FOREIGN KEY(participant) REFERENCES participants (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_speaker_participants_participant ON speaker_participants (participant);
CREATE INDEX ix_speaker_participants_speaker ON speaker_participants (speaker)
"""

_SEARCH = (
    "CREATE VIRTUAL TABLE search USING fts5(words, transcript UNINDEXED, start UNINDEXED,"
    ' tokenize = "unicode61 remove_diacritics 2")'
)


def upgrade() -> None:
    """Make the tables of a new study."""
    for statement in _TABLES.split(";"):
        op.execute(statement)
    op.execute(_SEARCH)
