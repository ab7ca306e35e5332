"""Reads within one transaction: what every room of reads stands on."""

from typing import Any, cast

from sqlalchemy import Connection, Select

from qualcoder_nhs.storage.rows import Row


class Within:
    """One study as it is within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _all(self, query: Select[Any]) -> list[Row]:
        return cast("list[Row]", self._connection.execute(query).mappings().all())
