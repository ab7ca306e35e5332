"""Merges: which files came in, how far; and memos that stay in the file they were written in."""

from alembic import op

revision = "0004"
down_revision = "0003"

_TABLES = """
DROP INDEX ix_memos_code;
DROP INDEX ix_memos_coder;
DROP INDEX ix_memos_coding;
DROP INDEX ix_memos_participant;
DROP INDEX ix_memos_transcript;
ALTER TABLE memos RENAME TO older_memos;
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
    private INTEGER NOT NULL,
    CONSTRAINT pk_memos PRIMARY KEY (id),
    CONSTRAINT fk_memos_coder FOREIGN KEY(coder) REFERENCES coders (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_memos_transcript FOREIGN KEY(transcript) REFERENCES transcripts (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_memos_code FOREIGN KEY(code) REFERENCES codes (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_memos_coding FOREIGN KEY(coding) REFERENCES codings (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_memos_participant FOREIGN KEY(participant) REFERENCES participants (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
INSERT INTO memos SELECT *, 0 FROM older_memos;
DROP TABLE older_memos;
CREATE INDEX ix_memos_code ON memos (code);
CREATE INDEX ix_memos_coder ON memos (coder);
CREATE INDEX ix_memos_coding ON memos (coding);
CREATE INDEX ix_memos_participant ON memos (participant);
CREATE INDEX ix_memos_transcript ON memos (transcript);
CREATE TABLE merges (
    id TEXT NOT NULL,
    study TEXT NOT NULL,
    file TEXT NOT NULL,
    made TEXT NOT NULL,
    made_by TEXT NOT NULL,
    lineage TEXT NOT NULL,
    CONSTRAINT pk_merges PRIMARY KEY (id),
    CONSTRAINT fk_merges_made_by FOREIGN KEY(made_by) REFERENCES coders (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_merges_made_by ON merges (made_by)
"""


def upgrade() -> None:
    """Make room, and take all memos over as they are: none of them is private."""
    for statement in _TABLES.split(";"):
        op.execute(statement)
