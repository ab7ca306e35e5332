"""Talk and themes: attributes, guide, links, themes, summaries, propositions; the team's stance."""

from alembic import op

revision = "0005"
down_revision = "0004"

_TABLES = """
ALTER TABLE studies RENAME TO older_studies;
CREATE TABLE studies (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    created TEXT NOT NULL,
    stance TEXT NOT NULL,
    CONSTRAINT pk_studies PRIMARY KEY (id)
)
 STRICT;
INSERT INTO studies SELECT *, 'codebook' FROM older_studies;
DROP TABLE older_studies;
CREATE TABLE older_rounds AS SELECT * FROM rounds;
DROP TABLE rounds;
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
    by_question INTEGER,
    questions TEXT,
    CONSTRAINT pk_rounds PRIMARY KEY (id),
    CONSTRAINT uq_rounds_name UNIQUE (name),
    CONSTRAINT fk_rounds_version FOREIGN KEY(version) REFERENCES codebook_versions (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_rounds_made_by FOREIGN KEY(made_by) REFERENCES coders (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_rounds_made_by ON rounds (made_by);
CREATE INDEX ix_rounds_version ON rounds (version);
INSERT INTO rounds
SELECT id, name, version, unit, measure, at_least, blind, share, seed, made, made_by, opened, ended,
    NULL, NULL
FROM older_rounds;
DROP TABLE older_rounds;
CREATE TABLE attributes (
    id TEXT NOT NULL,
    subject TEXT NOT NULL,
    "key" TEXT NOT NULL,
    name TEXT NOT NULL,
    "values" TEXT NOT NULL,
    identifying INTEGER NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_attributes PRIMARY KEY (id),
    CONSTRAINT uq_attributes_subject_key UNIQUE (subject, "key")
)
 STRICT;
CREATE TABLE presences (
    id TEXT NOT NULL,
    transcript TEXT NOT NULL,
    participant TEXT NOT NULL,
    first INTEGER,
    last INTEGER,
    CONSTRAINT pk_presences PRIMARY KEY (id),
    CONSTRAINT uq_presences_transcript_participant UNIQUE (transcript, participant),
    CONSTRAINT fk_presences_transcript FOREIGN KEY(transcript) REFERENCES transcripts (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_presences_participant FOREIGN KEY(participant) REFERENCES participants (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_presences_participant ON presences (participant);
CREATE INDEX ix_presences_transcript ON presences (transcript);
CREATE TABLE questions (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    probes TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_questions PRIMARY KEY (id),
    CONSTRAINT uq_questions_name UNIQUE (name)
)
 STRICT;
CREATE TABLE guide_versions (
    id TEXT NOT NULL,
    number INTEGER NOT NULL,
    questions TEXT NOT NULL,
    made TEXT NOT NULL,
    made_by TEXT NOT NULL,
    CONSTRAINT pk_guide_versions PRIMARY KEY (id),
    CONSTRAINT uq_guide_versions_number UNIQUE (number),
    CONSTRAINT fk_guide_versions_made_by FOREIGN KEY(made_by) REFERENCES coders (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_guide_versions_made_by ON guide_versions (made_by);
CREATE TABLE askings (
    id TEXT NOT NULL,
    transcript TEXT NOT NULL,
    question TEXT,
    turn INTEGER,
    CONSTRAINT pk_askings PRIMARY KEY (id),
    CONSTRAINT fk_askings_transcript FOREIGN KEY(transcript) REFERENCES transcripts (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_askings_question FOREIGN KEY(question) REFERENCES questions (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_askings_question ON askings (question);
CREATE INDEX ix_askings_transcript ON askings (transcript);
CREATE TABLE links (
    id TEXT NOT NULL,
    transcript TEXT NOT NULL,
    turn INTEGER NOT NULL,
    target INTEGER NOT NULL,
    kind TEXT NOT NULL,
    coder TEXT NOT NULL,
    layer TEXT NOT NULL,
    made TEXT NOT NULL,
    CONSTRAINT pk_links PRIMARY KEY (id),
    CONSTRAINT fk_links_transcript FOREIGN KEY(transcript) REFERENCES transcripts (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_links_coder FOREIGN KEY(coder) REFERENCES coders (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_links_coder ON links (coder);
CREATE INDEX ix_links_layer ON links (layer);
CREATE INDEX ix_links_transcript ON links (transcript);
CREATE TABLE themes (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    serves TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_themes PRIMARY KEY (id),
    CONSTRAINT uq_themes_name UNIQUE (name)
)
 STRICT;
CREATE TABLE theme_codes (
    id TEXT NOT NULL,
    theme TEXT NOT NULL,
    code TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_theme_codes PRIMARY KEY (id),
    CONSTRAINT fk_theme_codes_theme FOREIGN KEY(theme) REFERENCES themes (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_theme_codes_code FOREIGN KEY(code) REFERENCES codes (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_theme_codes_code ON theme_codes (code);
CREATE INDEX ix_theme_codes_theme ON theme_codes (theme);
CREATE TABLE statements (
    id TEXT NOT NULL,
    theme TEXT NOT NULL,
    text TEXT NOT NULL,
    made TEXT NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT pk_statements PRIMARY KEY (id),
    CONSTRAINT fk_statements_theme FOREIGN KEY(theme) REFERENCES themes (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_statements_by FOREIGN KEY("by") REFERENCES coders (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_statements_by ON statements ("by");
CREATE INDEX ix_statements_theme ON statements (theme);
CREATE TABLE quotes (
    id TEXT NOT NULL,
    theme TEXT NOT NULL,
    transcript TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    against INTEGER NOT NULL,
    position INTEGER NOT NULL,
    note TEXT NOT NULL,
    added TEXT NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT pk_quotes PRIMARY KEY (id),
    CONSTRAINT fk_quotes_theme FOREIGN KEY(theme) REFERENCES themes (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_quotes_transcript FOREIGN KEY(transcript) REFERENCES transcripts (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_quotes_by FOREIGN KEY("by") REFERENCES coders (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_quotes_by ON quotes ("by");
CREATE INDEX ix_quotes_theme ON quotes (theme);
CREATE INDEX ix_quotes_transcript ON quotes (transcript);
CREATE TABLE summaries (
    id TEXT NOT NULL,
    transcript TEXT NOT NULL,
    participant TEXT,
    code TEXT,
    theme TEXT,
    text TEXT NOT NULL,
    "by" TEXT NOT NULL,
    changed TEXT NOT NULL,
    CONSTRAINT pk_summaries PRIMARY KEY (id),
    CONSTRAINT fk_summaries_transcript FOREIGN KEY(transcript) REFERENCES transcripts (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_summaries_participant FOREIGN KEY(participant) REFERENCES participants (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_summaries_code FOREIGN KEY(code) REFERENCES codes (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_summaries_theme FOREIGN KEY(theme) REFERENCES themes (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_summaries_by FOREIGN KEY("by") REFERENCES coders (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_summaries_by ON summaries ("by");
CREATE INDEX ix_summaries_code ON summaries (code);
CREATE INDEX ix_summaries_participant ON summaries (participant);
CREATE INDEX ix_summaries_theme ON summaries (theme);
CREATE INDEX ix_summaries_transcript ON summaries (transcript);
CREATE TABLE propositions (
    id TEXT NOT NULL,
    question TEXT,
    text TEXT NOT NULL,
    codes_for TEXT NOT NULL,
    codes_against TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_propositions PRIMARY KEY (id),
    CONSTRAINT fk_propositions_question FOREIGN KEY(question) REFERENCES questions (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_propositions_question ON propositions (question);
CREATE TABLE voicings (
    id TEXT NOT NULL,
    proposition TEXT NOT NULL,
    transcript TEXT NOT NULL,
    turn INTEGER NOT NULL,
    holds INTEGER NOT NULL,
    CONSTRAINT pk_voicings PRIMARY KEY (id),
    CONSTRAINT fk_voicings_proposition FOREIGN KEY(proposition) REFERENCES propositions (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_voicings_transcript FOREIGN KEY(transcript) REFERENCES transcripts (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_voicings_proposition ON voicings (proposition);
CREATE INDEX ix_voicings_transcript ON voicings (transcript);
CREATE TABLE corrections (
    id TEXT NOT NULL,
    proposition TEXT NOT NULL,
    transcript TEXT NOT NULL,
    participant TEXT,
    value TEXT NOT NULL,
    "by" TEXT NOT NULL,
    made TEXT NOT NULL,
    CONSTRAINT pk_corrections PRIMARY KEY (id),
    CONSTRAINT fk_corrections_proposition FOREIGN KEY(proposition) REFERENCES propositions (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_corrections_transcript FOREIGN KEY(transcript) REFERENCES transcripts (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_corrections_participant FOREIGN KEY(participant) REFERENCES participants (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_corrections_by FOREIGN KEY("by") REFERENCES coders (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
CREATE INDEX ix_corrections_by ON corrections ("by");
CREATE INDEX ix_corrections_participant ON corrections (participant);
CREATE INDEX ix_corrections_proposition ON corrections (proposition);
CREATE INDEX ix_corrections_transcript ON corrections (transcript);
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
    theme TEXT,
    private INTEGER NOT NULL,
    CONSTRAINT pk_memos PRIMARY KEY (id),
    CONSTRAINT fk_memos_coder FOREIGN KEY(coder) REFERENCES coders (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_memos_transcript FOREIGN KEY(transcript) REFERENCES transcripts (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_memos_code FOREIGN KEY(code) REFERENCES codes (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_memos_coding FOREIGN KEY(coding) REFERENCES codings (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_memos_participant FOREIGN KEY(participant) REFERENCES participants (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT fk_memos_theme FOREIGN KEY(theme) REFERENCES themes (id) ON DELETE RESTRICT ON UPDATE RESTRICT
)
 STRICT;
INSERT INTO memos
SELECT id, coder, text, made, changed, transcript, start, "end", code, coding, participant, NULL,
    private
FROM older_memos;
DROP TABLE older_memos;
CREATE INDEX ix_memos_code ON memos (code);
CREATE INDEX ix_memos_coder ON memos (coder);
CREATE INDEX ix_memos_coding ON memos (coding);
CREATE INDEX ix_memos_participant ON memos (participant);
CREATE INDEX ix_memos_theme ON memos (theme);
CREATE INDEX ix_memos_transcript ON memos (transcript)
"""


def upgrade() -> None:
    """Make room beside what is there; an older study is taken to work with its codebook."""
    for statement in _TABLES.split(";"):
        op.execute(statement)
