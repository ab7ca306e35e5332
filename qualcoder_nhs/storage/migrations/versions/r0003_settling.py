"""Settling: what was decided on disagreements, and which codings were looked at again."""

from alembic import op

revision = "0003"
down_revision = "0002"

_TABLES = """
CREATE TABLE decisions (
    id TEXT NOT NULL,
    round TEXT NOT NULL,
    transcript TEXT NOT NULL,
    about TEXT NOT NULL,
    choice TEXT NOT NULL,
    coder TEXT,
    code TEXT,
    cause TEXT,
    reason TEXT NOT NULL,
    codings TEXT NOT NULL,
    made TEXT NOT NULL,
    made_by TEXT NOT NULL,
    CONSTRAINT pk_decisions PRIMARY KEY (id),
    CONSTRAINT fk_decisions_round FOREIGN KEY(round) REFERENCES rounds (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_decisions_transcript FOREIGN KEY(transcript) REFERENCES transcripts (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_decisions_coder FOREIGN KEY(coder) REFERENCES coders (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_decisions_made_by FOREIGN KEY(made_by) REFERENCES coders (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_decisions_coder ON decisions (coder);
CREATE INDEX ix_decisions_made_by ON decisions (made_by);
CREATE INDEX ix_decisions_round ON decisions (round);
CREATE INDEX ix_decisions_transcript ON decisions (transcript);
CREATE TABLE rechecks (
    id TEXT NOT NULL,
    at TEXT NOT NULL,
    coder TEXT NOT NULL,
    CONSTRAINT pk_rechecks PRIMARY KEY (id),
    CONSTRAINT fk_rechecks_coder FOREIGN KEY(coder) REFERENCES coders (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_rechecks_coder ON rechecks (coder)
"""


def upgrade() -> None:
    """Make room for decisions beside what is there."""
    for statement in _TABLES.split(";"):
        op.execute(statement)
