"""Rounds: frozen codebooks, who codes what apart, and who has finished what."""

from alembic import op

revision = "0002"
down_revision = "0001"

_TABLES = """
CREATE INDEX ix_codings_layer ON codings (layer);
CREATE TABLE codebook_versions (
    id TEXT NOT NULL,
    number INTEGER NOT NULL,
    codebook TEXT NOT NULL,
    made TEXT NOT NULL,
    made_by TEXT NOT NULL,
    CONSTRAINT pk_codebook_versions PRIMARY KEY (id),
    CONSTRAINT uq_codebook_versions_number UNIQUE (number),
    CONSTRAINT fk_codebook_versions_made_by FOREIGN KEY(made_by) REFERENCES coders (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_codebook_versions_made_by ON codebook_versions (made_by);
CREATE TABLE rounds (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    unit TEXT NOT NULL,
    measure TEXT,
    at_least REAL,
    blind INTEGER NOT NULL,
    share REAL,
    seed INTEGER,
    made TEXT NOT NULL,
    made_by TEXT NOT NULL,
    opened TEXT,
    ended TEXT,
    CONSTRAINT pk_rounds PRIMARY KEY (id),
    CONSTRAINT uq_rounds_name UNIQUE (name),
    CONSTRAINT fk_rounds_version FOREIGN KEY(version) REFERENCES codebook_versions (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_rounds_made_by FOREIGN KEY(made_by) REFERENCES coders (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_rounds_made_by ON rounds (made_by);
CREATE INDEX ix_rounds_version ON rounds (version);
CREATE TABLE round_coders (
    id TEXT NOT NULL,
    round TEXT NOT NULL,
    coder TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_round_coders PRIMARY KEY (id),
    CONSTRAINT fk_round_coders_round FOREIGN KEY(round) REFERENCES rounds (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_round_coders_coder FOREIGN KEY(coder) REFERENCES coders (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_round_coders_coder ON round_coders (coder);
CREATE INDEX ix_round_coders_round ON round_coders (round);
CREATE TABLE round_transcripts (
    id TEXT NOT NULL,
    round TEXT NOT NULL,
    transcript TEXT NOT NULL,
    position INTEGER NOT NULL,
    turns TEXT,
    CONSTRAINT pk_round_transcripts PRIMARY KEY (id),
    CONSTRAINT fk_round_transcripts_round FOREIGN KEY(round) REFERENCES rounds (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_round_transcripts_transcript FOREIGN KEY(transcript) REFERENCES transcripts (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_round_transcripts_round ON round_transcripts (round);
CREATE INDEX ix_round_transcripts_transcript ON round_transcripts (transcript);
CREATE TABLE finishes (
    id TEXT NOT NULL,
    layer TEXT NOT NULL,
    coder TEXT NOT NULL,
    transcript TEXT NOT NULL,
    at TEXT NOT NULL,
    CONSTRAINT pk_finishes PRIMARY KEY (id),
    CONSTRAINT uq_finishes_layer_coder_transcript UNIQUE (layer, coder, transcript),
    CONSTRAINT fk_finishes_coder FOREIGN KEY(coder) REFERENCES coders (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_finishes_transcript FOREIGN KEY(transcript) REFERENCES transcripts (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_finishes_coder ON finishes (coder);
CREATE INDEX ix_finishes_transcript ON finishes (transcript)
"""


def upgrade() -> None:
    """Make room for rounds beside what is there."""
    for statement in _TABLES.split(";"):
        op.execute(statement)
