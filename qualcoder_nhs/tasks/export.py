"""Files out of a study: excerpts, codings, the codebook; each export is noted in the study."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qualcoder_nhs.actions.exports import NoteExport
from qualcoder_nhs.domain.excerpts import ExcerptBook
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.exporters.codebook_formats import write_codebook
from qualcoder_nhs.exporters.codings_csv import write_codings
from qualcoder_nhs.exporters.excerpt_formats import ExcerptOptions, write_excerpts
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.coding_list import coding_list
from qualcoder_nhs.queries.excerpts import ExcerptFilter, excerpt_book
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.task import Progress
