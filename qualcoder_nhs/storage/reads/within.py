"""Reads within one transaction: what every room of reads stands on."""

from typing import Any, cast

from sqlalchemy import Connection, Select

from qualcoder_nhs.storage.rows import Row
from qualcoder_nhs.storage.sight import Sight


class Within:
    """One study as it is within one transaction, as far as the sight goes."""

    def __init__(self, connection: Connection, sight: Sight) -> None:
        self._connection = connection
        self._sight = sight

    def _all(self, query: Select[Any]) -> list[Row]:
        return cast("list[Row]", self._connection.execute(query).mappings().all())
