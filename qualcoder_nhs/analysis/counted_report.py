"""What a report is that is counted from the material, and the options that all of them share."""

from collections.abc import Callable
from dataclasses import dataclass

from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.domain.table_options import Option, Takes, Wish
from qualcoder_nhs.domain.tabled import Tabled
from qualcoder_nhs.i18n import N_

LAYER = Option(
    "layer",
    Takes.LAYER,
    N_("Layer"),
    N_("Of which layer; the settled one where it exists, else the open one, otherwise."),
)
TRANSCRIPTS = Option(
    "transcripts", Takes.TRANSCRIPTS, N_("Transcripts"), N_("Only these; all otherwise.")
)
CODERS = Option("coders", Takes.CODERS, N_("Coders"), N_("Codings by these only."))
SPLIT = Option(
    "split-interjections",
    Takes.FLAG,
    N_("Let interjections split turns"),
    N_("Count a turn that goes on after an interjection of three words or fewer as two."),
)
CODES = Option(
    "codes", Takes.CODES, N_("Codes"), N_("Only these, with what lies below them; all otherwise.")
)
QUESTION = Option(
    "question",
    Takes.QUESTION,
    N_("Question"),
    N_("Only what was said while this question was open."),
)

OF_MATERIAL = (LAYER, TRANSCRIPTS, CODERS, SPLIT)
"""What every report can be asked: it chooses the material before anything is counted."""


@dataclass(frozen=True)
class CountedReport:
    """A report with its options.

    `id` is its name on the command line; `title` and `purpose`, one sentence, are marked for
    translation. `run` counts; what it cannot count it refuses, as the options' things are missing.
    `pictured` where its table has a chart.
    """

    id: str
    title: str
    purpose: str
    options: tuple[Option, ...]
    run: Callable[[Material, Wish], Tabled]
    pictured: bool = False
