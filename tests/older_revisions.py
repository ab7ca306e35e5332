"""Makes a study file what an earlier revision of the program would have written."""

import sqlite3
from contextlib import closing
from pathlib import Path

# What takes each revision back to the one before it, children before parents.
_BACK = {
    "0005": (
        "ALTER TABLE studies DROP COLUMN stance",
        "ALTER TABLE rounds DROP COLUMN by_question",
        "ALTER TABLE rounds DROP COLUMN questions",
        "DROP INDEX ix_memos_theme",
        *(
            f"DROP TABLE {table}"
            for table in (
                *("corrections", "voicings", "propositions", "summaries", "quotes", "statements"),
                *("theme_codes", "links", "askings", "guide_versions", "questions", "presences"),
                "attributes",
            )
        ),
        "CREATE TABLE lesser AS SELECT * FROM memos",
        "DROP TABLE memos",
        "DROP TABLE themes",
        """CREATE TABLE memos (
            id TEXT NOT NULL PRIMARY KEY, coder TEXT NOT NULL, text TEXT NOT NULL,
            made TEXT NOT NULL, changed TEXT NOT NULL, transcript TEXT, start INTEGER,
            "end" INTEGER, code TEXT, coding TEXT, participant TEXT, private INTEGER NOT NULL
        ) STRICT""",
        """INSERT INTO memos SELECT id, coder, text, made, changed, transcript, start, "end", code,
            coding, participant, private FROM lesser""",
        "DROP TABLE lesser",
        *(
            f"CREATE INDEX ix_memos_{column} ON memos ({column})"
            for column in ("code", "coder", "coding", "participant", "transcript")
        ),
    ),
    "0004": ("ALTER TABLE memos DROP COLUMN private", "DROP TABLE merges"),
    "0003": ("DROP TABLE rechecks", "DROP TABLE decisions"),
    "0002": (
        *(
            f"DROP TABLE {table}"
            for table in (
                *("finishes", "round_transcripts", "round_coders", "rounds"),
                "codebook_versions",
            )
        ),
        "DROP INDEX ix_codings_layer",
    ),
}


def take_back(path: Path, revision: str) -> None:
    """Make the file one of this revision; what later ones keep is lost."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for later, statements in _BACK.items():
            if later > revision:
                for statement in statements:
                    connection.execute(statement)
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
