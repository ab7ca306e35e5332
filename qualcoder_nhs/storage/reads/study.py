"""What a study says of itself, and which files left it."""

from sqlalchemy import select

from qualcoder_nhs.domain.study import Export, StudyNote
from qualcoder_nhs.storage import rows, schema
from qualcoder_nhs.storage.reads.within import Within


class StudyReads(Within):
    """The study's own entry and its exports."""

    def study(self) -> StudyNote:
        """The study's own entry."""
        return rows.study_from(self._all(select(schema.studies))[0])

    def exports(self) -> list[Export]:
        """The files that were written from the study, oldest first."""
        return [
            rows.export_from(row)
            for row in self._all(select(schema.exports).order_by(schema.exports.c.made))
        ]
