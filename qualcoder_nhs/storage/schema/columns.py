"""What tables are made of. Ids are text; values are text, whole numbers and reals only."""

from sqlalchemy import (
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


def a_table(name: str, *parts: Column[object] | UniqueConstraint | Index) -> Table:
    """A table whose rows have an id."""
    return Table(name, metadata, Column("id", Text, primary_key=True), *parts, sqlite_strict=True)


def words(name: str, *, index: bool = False, unique: bool = False) -> Column[object]:
    """A column of words."""
    return Column(name, Text, nullable=False, index=index, unique=unique)


def number(name: str) -> Column[object]:
    """A column of whole numbers."""
    return Column(name, Integer, nullable=False)


def of(name: str, table: str, *, optional: bool = False) -> Column[object]:
    """A column that names a row elsewhere. Nothing cascades: the journal sees each row go."""
    target = ForeignKey(f"{table}.id", ondelete="RESTRICT", onupdate="RESTRICT")
    return Column(name, Text, target, nullable=optional, index=True)
