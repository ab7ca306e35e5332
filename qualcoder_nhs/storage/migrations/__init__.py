"""Alembic revisions, one a schema change."""
