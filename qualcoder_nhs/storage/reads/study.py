"""What a study says of itself, and which files left it and came back."""

from sqlalchemy import select

from qualcoder_nhs.domain.merge.lineage import Merge
from qualcoder_nhs.domain.study import Export, StudyNote
from qualcoder_nhs.storage import rows, schema
from qualcoder_nhs.storage.reads.within import Within


class StudyReads(Within):
    """The study's own entry, its exports and its merges."""

    def study(self) -> StudyNote:
        """The study's own entry."""
        return rows.study_from(self._all(select(schema.studies))[0])

    def exports(self) -> list[Export]:
        """The files that were written from the study, oldest first."""
        return [
            rows.export_from(row)
            for row in self._all(select(schema.exports).order_by(schema.exports.c.made))
        ]

    def merges(self) -> list[Merge]:
        """The files that were merged into the study, oldest first."""
        query = select(schema.merges).order_by(schema.merges.c.made)
        return [rows.merge_from(row) for row in self._all(query)]
