"""The codebook, whole or a code of it."""

from collections import defaultdict

from sqlalchemy import func, select

from qualcoder_nhs.domain.codebook import Code, Codebook
from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.storage import rows, schema
from qualcoder_nhs.storage.reads.within import Within


class CodebookReads(Within):
    """Codes and sets."""

    def codebook(self) -> Codebook:
        """The whole codebook, archived codes included."""
        members = schema.code_set_members
        listed: dict[str, list[CodeId]] = defaultdict(list)
        for row in self._all(select(members).order_by(members.c.position)):
            listed[row["code_set"]].append(row["code"])
        return Codebook(
            tuple(rows.code_from(row) for row in self._all(select(schema.codes))),
            tuple(
                rows.code_set_from(row, listed[row["id"]])
                for row in self._all(select(schema.code_sets))
            ),
        )

    def code(self, code: CodeId) -> Code:
        """One code, without the rest of the codebook.

        Raises:
            NoSuch: when there is none with the id.
        """
        found = self._all(select(schema.codes).where(schema.codes.c.id == code))
        if not found:
            raise NoSuch(kind="code", name=code)
        return rows.code_from(found[0])

    def code_counts(self, layer: str | None = None) -> dict[CodeId, int]:
        """How many codings each used code has, in one layer or in all."""
        table = schema.codings
        query = select(table.c.code, func.count().label("n")).group_by(table.c.code)
        query = query.where(*self._sight.of_codings())
        if layer is not None:
            query = query.where(table.c.layer == layer)
        return {row["code"]: row["n"] for row in self._all(query)}
