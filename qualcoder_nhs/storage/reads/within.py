"""Reads within one transaction: what every room of reads stands on."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Select, select

from qualcoder_nhs.storage import schema
from qualcoder_nhs.storage.kept import Kept
from qualcoder_nhs.storage.rows import Row
from qualcoder_nhs.storage.sight import Sight

T = TypeVar("T")


class Within:
    """One study as it is within one transaction, as far as the sight goes."""

    def __init__(self, connection: Connection, sight: Sight, kept: Kept | None = None) -> None:
        """Within a step that is being made, nothing may be kept."""
        self._connection = connection
        self._sight = sight
        self._kept = kept

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made under this key since the last step, by whoever sees as much; or is now.

        It is shared: nobody may change it.
        """
        if self._kept is None:
            return make()
        steps = schema.steps
        newest = select(steps.c.id, steps.c.at).order_by(steps.c.id.desc()).limit(1)
        step = self._connection.execute(newest).one_or_none()
        return self._kept.get(step and tuple(step), (self._sight, key), make)

    def _all(self, query: Select[Any]) -> list[Row]:
        return cast("list[Row]", self._connection.execute(query).mappings().all())
