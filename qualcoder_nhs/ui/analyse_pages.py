"""PAGES: every page of the Analyse desk in the order of its list; a line here adds one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from qualcoder_nhs.i18n import N_
from qualcoder_nhs.ui.counted_room import CountedRoom
from qualcoder_nhs.ui.desk_room import Around, DeskRoom
from qualcoder_nhs.ui.excerpts_room import ExcerptsRoom
from qualcoder_nhs.ui.menu import Entry, Needs


@dataclass(frozen=True)
class AnalysePage:
    """A page of the desk. `words` are translated where they are shown.

    `make` is called when the page is first gone to. A `figure` is put away where the team's stance
    puts figures away, until somebody asks for it.
    """

    id: str
    words: str
    icon: str
    make: Callable[[Around], DeskRoom]
    figure: bool = False


def counted(report: str) -> Callable[[Around], DeskRoom]:
    """What makes the page of one of the REPORTS."""
    return lambda around: CountedRoom(around, report)


PAGES: tuple[AnalysePage, ...] = (
    AnalysePage("excerpts", N_("Excerpts"), "file-text", ExcerptsRoom),
    AnalysePage("matrix", N_("Who says it"), "grid-3x3", counted("matrix")),
    AnalysePage("together", N_("Codes together"), "layers", counted("cooccurrence")),
    AnalysePage("finder", N_("Said and enacted"), "search", counted("sequences")),
    AnalysePage("sides", N_("Side by side"), "book-open", counted("side-by-side")),
    AnalysePage("timeline", N_("Along the session"), "history", counted("timeline")),
    AnalysePage(
        "saturation",
        N_("New codes"),
        "chart-no-axes-combined",
        counted("saturation"),
        figure=True,
    ),
    AnalysePage("voices", N_("Who talks"), "notebook-text", counted("voices")),
    AnalysePage("frequencies", N_("How often"), "chart-column", counted("frequencies")),
    AnalysePage("coders", N_("Who coded"), "highlighter", counted("coders")),
)


def page_entries() -> Iterator[Entry]:
    """What leads to the pages in the Analyse menu and by name."""
    for page in PAGES:
        yield Entry(f"analyse:{page.id}", "analyse", page.words, "", Needs.STUDY)
