"""PAGES: every page of the Analyse desk in the order of its list; a line here adds one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from qualcoder_nhs.i18n import N_
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


PAGES: tuple[AnalysePage, ...] = (
    AnalysePage("excerpts", N_("Excerpts"), "file-text", ExcerptsRoom),
)


def page_entries() -> Iterator[Entry]:
    """What leads to the pages in the Analyse menu and by name."""
    for page in PAGES:
        yield Entry(f"analyse:{page.id}", "analyse", page.words, "", Needs.STUDY)
