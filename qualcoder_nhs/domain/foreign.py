"""A study as another program kept it: what a reader of its files understood, before it comes in.

Readers of REFI-QDA projects and of other programs' own files all return a `ForeignStudy`; one
action takes it in, and one table tells how each thing in the file fared. Keys are whatever the
file calls a thing by, unique among things of its kind; a GUID is lower case and without braces.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from qualcoder_nhs.domain.attribute_draft import AttributeDraft
from qualcoder_nhs.domain.codebook import Applicable
from qualcoder_nhs.domain.coding import OPEN, Flag
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.i18n import N_


class Kind(StrEnum):
    """A kind of thing that studies hold, as the table of an import counts them."""

    TEXTS = "texts"
    CODES = "codes"
    CODINGS = "codings"
    MEMOS = "memos"
    CASES = "cases"
    ATTRIBUTES = "attributes"
    CODERS = "coders"
    SETS = "sets"
    LINKS = "links"
    OTHER = "other"


@dataclass(frozen=True)
class ForeignCoder:
    """Somebody who worked in the file."""

    key: str
    name: str


@dataclass(frozen=True)
class ForeignCode:
    """A node of the file's code tree; `parent` is the key of the one above, None for a root.

    `made` says that the file has no such node and only names it as what others lie beneath; it is
    not counted among those in the file. What follows it is known of codes of this program only.
    Without a `slug` one is made from the name. A colour `of_family` goes by the code's place in the
    tree, and is none of its own.
    """

    key: str
    name: str
    parent: str | None = None
    colour: str | None = None
    applicable: Applicable = Applicable.YES
    definition: str = ""
    made: bool = False
    use: str = ""
    do_not_use: str = ""
    example: str = ""
    serves: str = ""
    companions: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    archived: bool = False
    slug: str = ""
    of_family: bool = False


@dataclass(frozen=True)
class ForeignSpeaker:
    """What a label of a text stands for; `cases` are keys of people."""

    label: str
    function: Function
    cases: tuple[str, ...] = ()


@dataclass(frozen=True)
class ForeignText:
    """A text with its line ends as LF and without a byte order mark, else as the file has it.

    `file_name` is what the file says it came from. One without words comes in as an empty
    transcript. `turns`, `speakers` and `group` are known of texts of this program; where `turns` is
    None they are looked for.
    """

    key: str
    name: str
    text: str
    file_name: str = ""
    added: datetime | None = None
    turns: tuple[Turn, ...] | None = None
    speakers: tuple[ForeignSpeaker, ...] = ()
    group: str = ""
    kind: str = ""


@dataclass(frozen=True)
class ForeignCoding:
    """A code on a passage. `span` counts code points of the text as `ForeignText` has it.

    `coder` is None where the file does not say who coded. `layer` is the open one, the settled one,
    or a round by its name.
    """

    key: str
    text: str
    code: str
    span: Span
    coder: str | None = None
    made: datetime | None = None
    flags: tuple[Flag, ...] = ()
    layer: str = OPEN


class About(StrEnum):
    """What a memo is written on."""

    STUDY = "study"
    TEXT = "text"
    PASSAGE = "passage"
    CODE = "code"
    CODING = "coding"
    CASE = "case"


@dataclass(frozen=True)
class ForeignMemo:
    """Words on a thing; `on` is its key, empty on the study. `span` tells the passage of a text."""

    key: str
    words: str
    about: About = About.STUDY
    on: str = ""
    span: Span | None = None
    coder: str | None = None
    made: datetime | None = None
    changed: datetime | None = None
    title: str = ""


@dataclass(frozen=True)
class ForeignCase:
    """What the file gathers words and attributes under: most often a person.

    `texts` belong to it as wholes, of `passages` (text, span) only those words. `name` may be
    empty: some programs hang a text's attributes on a case without a name. What the file tells of
    a case in words is a memo on it.
    """

    key: str
    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    texts: tuple[str, ...] = ()
    passages: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True)
class ForeignSet:
    """Things listed together under a name; members are keys of codes or of texts.

    `kind` and `scope` are those of this program's own sets of codes, and a theme's is `theme`.
    """

    key: str
    name: str
    codes: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    description: str = ""
    kind: str = ""
    scope: str = ""


@dataclass(frozen=True)
class ForeignLink:
    """One passage points to another; both are (text, span)."""

    key: str
    name: str
    origin: tuple[str, Span]
    target: tuple[str, Span]
    coder: str | None = None
    made: datetime | None = None
    layer: str = OPEN


@dataclass(frozen=True)
class LeftOut:
    """Something in the file that the reader could not give a place: its kind, name, and why."""

    kind: Kind
    name: str
    why: str


@dataclass(frozen=True)
class Altered:
    """Something that comes in otherwise than the file has it: its kind, its key, and how."""

    kind: Kind
    key: str
    how: str


@dataclass(frozen=True)
class Placing:
    """How the positions in one text were read, and how well they fit.

    `unit` says it in words (`UTF-16 units, line ends counted twice`). `starts` and `ends` are the
    shares of codings that begin and end where a word does. `worst` are the passages that fit worst,
    as they stand between their neighbours, filled where it is `unsure`.
    """

    text: str
    unit: str
    starts: float
    ends: float
    codings: int
    unsure: bool = False
    worst: tuple[str, ...] = ()


@dataclass(frozen=True)
class ForeignStudy:
    """What stands in another program's file.

    For every kind the number of things here (but those `made`), of those `turned` into a part of
    something else, and of those `left_out` is together how many the file has: readers drop nothing
    without a word. `altered` tells what is here but not as the file has it. A thing `turned` counts
    as changed: a memo that became the definition of the code it is called by. `cards` tell of
    attributes of this program what others have no place for: whom they are said of, the values that
    are offered, and whether they identify anybody.
    """

    program: str
    name: str
    coders: tuple[ForeignCoder, ...] = ()
    codes: tuple[ForeignCode, ...] = ()
    texts: tuple[ForeignText, ...] = ()
    codings: tuple[ForeignCoding, ...] = ()
    memos: tuple[ForeignMemo, ...] = ()
    cases: tuple[ForeignCase, ...] = ()
    attributes: tuple[str, ...] = ()
    cards: tuple[AttributeDraft, ...] = ()
    group_attributes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sets: tuple[ForeignSet, ...] = ()
    links: tuple[ForeignLink, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    altered: tuple[Altered, ...] = ()
    turned: tuple[Altered, ...] = ()
    placings: tuple[Placing, ...] = ()


@dataclass(frozen=True)
class TableRow:
    """How the things of one kind fared: `taken` + `changed` + `left_out` is `in_file`.

    `changed` came in otherwise than the file has it. `why` says for both, each reason once with
    its number of times unless the file has only one such thing.
    """

    what: Kind
    in_file: int
    taken: int
    changed: int
    left_out: int
    why: str = ""


@dataclass(frozen=True)
class Noted:
    """One thing of the file that stays out, or comes in otherwise: what it is called, and how."""

    kind: Kind
    name: str
    how: str
    left_out: bool


KIND_WORDS = {
    Kind.TEXTS: N_("texts"),
    Kind.CODES: N_("codes"),
    Kind.CODINGS: N_("codings"),
    Kind.MEMOS: N_("memos"),
    Kind.CASES: N_("cases"),
    Kind.ATTRIBUTES: N_("attributes"),
    Kind.CODERS: N_("coders"),
    Kind.SETS: N_("sets"),
    Kind.LINKS: N_("links"),
    Kind.OTHER: N_("other"),
}
"""What each kind is called, to be translated."""
