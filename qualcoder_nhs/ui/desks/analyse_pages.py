"""GROUPS: every page of the Analyse desk under the headings of its list; a line here adds one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from qualcoder_nhs.i18n import N_
from qualcoder_nhs.ui.desks.desk_room import Around, DeskRoom
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
    key: str = ""


def counted(
    report: str, words: str, icon: str, body: str = "table_body", *, asks: bool = False
) -> AnalysePage:
    """The page of one of the REPORTS, with one of the `bodies`; the finder's row `asks`."""
    make = partial(_counted, report=report, body=body, asks=asks)
    return AnalysePage(report, words, icon, make)


# What draws and writes tables takes long to load: each room is brought when it is gone to.


def _counted(around: Around, *, report: str, body: str, asks: bool) -> DeskRoom:
    from qualcoder_nhs.ui.analyse import bodies  # noqa: PLC0415
    from qualcoder_nhs.ui.analyse.finder_row import FinderRow  # noqa: PLC0415
    from qualcoder_nhs.ui.analyse.option_row import OptionRow  # noqa: PLC0415
    from qualcoder_nhs.ui.desks.counted_room import CountedRoom, MakeBody  # noqa: PLC0415

    make: MakeBody = getattr(bodies, body)
    return CountedRoom(around, report, make, FinderRow if asks else OptionRow)


def _excerpts(around: Around) -> DeskRoom:
    from qualcoder_nhs.ui.desks.excerpts_room import ExcerptsRoom  # noqa: PLC0415

    return ExcerptsRoom(around)


def _links(around: Around) -> DeskRoom:
    from qualcoder_nhs.ui.desks.links_room import LinksRoom  # noqa: PLC0415

    return LinksRoom(around)


def _framework(around: Around) -> DeskRoom:
    from qualcoder_nhs.ui.desks.matrix_rooms import FrameworkRoom  # noqa: PLC0415

    return FrameworkRoom(around)


def _consensus(around: Around) -> DeskRoom:
    from qualcoder_nhs.ui.desks.matrix_rooms import ConsensusRoom  # noqa: PLC0415

    return ConsensusRoom(around)


_SATURATION = counted("saturation", N_("New codes"), "chart-no-axes-combined", "chart_body")

_OF_CODES = (
    AnalysePage("excerpts", N_("Excerpts"), "file-text", _excerpts),
    counted("matrix", N_("Who says it"), "grid-3x3", "matrix_body"),
    counted("frequencies", N_("How often"), "chart-column", "chart_body"),
    counted("cooccurrence", N_("Codes together"), "layers"),
    counted("side-by-side", N_("Side by side"), "book-open", "sides_body"),
)
_OF_TALK = (
    counted("sequences", N_("Said and enacted"), "search", "finder_body", asks=True),
    counted("timeline", N_("Along the session"), "history", "chart_body"),
    counted("voices", N_("Who talks"), "notebook-text"),
    AnalysePage("link-list", N_("Links"), "split", _links, key="Ctrl+L"),
    counted("links", N_("Links counted"), "split"),
)
_OF_SHEETS = (
    AnalysePage("framework", N_("Framework"), "notebook-pen", _framework),
    AnalysePage("consensus", N_("Consensus"), "split", _consensus),
)
_OF_WORDS = (
    counted("kwic", N_("Words in context"), "search"),
    counted("words", N_("Frequent words"), "chart-column"),
    counted("collocations", N_("Words together"), "layers"),
)
_OF_METHOD = (
    replace(_SATURATION, figure=True),
    counted("coders", N_("Who coded"), "highlighter"),
    counted("coreq", N_("COREQ"), "check"),
    counted("srqr", N_("SRQR"), "check"),
)

GROUPS: tuple[tuple[str, tuple[AnalysePage, ...]], ...] = (
    (N_("Codes and excerpts"), _OF_CODES),
    (N_("The talk"), _OF_TALK),
    (N_("Sheets to fill"), _OF_SHEETS),
    (N_("Words"), _OF_WORDS),
    (N_("For the methods part"), _OF_METHOD),
)
"""The pages under the headings of the list."""

PAGES: tuple[AnalysePage, ...] = tuple(page for _heading, pages in GROUPS for page in pages)


def page_entries() -> Iterator[Entry]:
    """What leads to the pages in the Analyse menu and by name."""
    for _heading, pages in GROUPS:
        for page in pages:
            gap = page is pages[0]
            yield Entry(f"analyse:{page.id}", "analyse", page.words, page.key, Needs.STUDY, gap=gap)
