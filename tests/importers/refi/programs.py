"""Projects with the habits of each program, made up from what was measured in their files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.importers.refi.material import (
    code,
    codebook,
    coding,
    guid,
    project,
    selection,
    text_source,
)

WORDS = "MOD: How is it? 😀\nP1: We trust them, mostly.\nP2: I do not 👍 trust anybody here.\n"
ANN, BOB = guid(1), guid(2)
USERS = f'<Users><User guid="{ANN}" name="Ann"/><User guid="{BOB}" name="Bob"/></Users>'
CODES = codebook(
    code(
        10,
        "Trust",
        "<Description>Relying on them.</Description>"
        + code(11, "Other", more='isCodable="true" color="#f00"'),
        'isCodable="false" color="#12ab34"',
    ),
    code(12, "Doubt", code(13, "Other")),
)


NOTE = f'<NoteRef targetGUID="{guid(90)}"/>'


@dataclass(frozen=True)
class Made:
    """A project file before it is one."""

    xml: str
    sources: Mapping[str, str | bytes] = field(default_factory=dict)
    heart: str = "project.qde"
    folder: str = "sources/"


def at(words: str, position: Callable[[str], int] = len, text: str = WORDS) -> tuple[int, int]:
    """Where words stand in the text, as a program counts."""
    start = text.index(words)
    return position(text[:start]), position(text[: start + len(words)])


def as_nvivo(text: str) -> int:
    """UTF-16 units, a line end counted twice, the byte order mark not counted."""
    return len(text.replace("\n", "\r\n").encode("utf-16-le")) // 2


def nvivo_windows() -> Made:
    """Capital `Sources`, empty descriptions, one selection a coding, a coder on the coding only."""
    source = guid(20)
    passages = "".join(
        f'<PlainTextSelection guid="{guid(30 + n)}" name="" startPosition="{start}"'
        f' endPosition="{end}" creatingUser="{ANN}"><Description />'
        f"{coding(40 + n, 11 + n % 3, f'creatingUser={chr(34)}{BOB}{chr(34)}')}"
        "</PlainTextSelection>"
        for n, (start, end) in enumerate(
            at(words, as_nvivo)
            for words in ("We trust them", "mostly.", "I do not", "anybody here.")
        )
    )
    inner = (
        f'<TextSource guid="{source}" name="FG1" richTextPath="internal://{source}.docx"'
        f' plainTextPath="internal://{source}.txt"><Description />{passages}</TextSource>'
    )
    content = b"\xef\xbb\xbf" + WORDS.replace("\n", "\r\n").encode()
    xml = project(f"{USERS}{CODES}<Sources>{inner}</Sources>", more=f'creatingUserGUID="{ANN}"')
    return Made(xml, {f"{source}.txt": content, f"{source}.docx": b"PK"}, folder="Sources/")


def nvivo_mac() -> Made:
    """A re-export whose texts were lost: one line end each, and a stray file."""
    path = f'plainTextPath="internal://{guid(20)}.txt"'
    inner = text_source(20, "", more=path)
    xml = project(f"{USERS}{CODES}<Sources>{inner}</Sources>", "NVivo for Mac 15.0")
    return Made(xml, {f"{guid(20)}.txt": "\n", ".root": ""})


def maxqda() -> Made:
    """GUIDs in capitals, comments without code, groups of documents, one name twice."""
    start, end = at("We trust them")
    comment = "<Description>Who is “them”?</Description>"
    inner = (
        selection(30, start, end, coding(40, 11))
        + selection(31, *at("anybody here"), comment)
        + selection(32, *at("mostly"))
    )
    both = text_source(20, inner, WORDS) + text_source(21, "", "P1: Yes.\n")
    sources = both.replace('name="Group 21"', 'name="Group 20"')
    members = f'<MemberSource targetGUID="{guid(20).upper()}"/>'
    sets = (
        f'<Sets><Set guid="{guid(50)}" name="Trust A">{members}</Set>'
        f'<Set guid="{guid(51)}" name="Core"><MemberCode targetGUID="{{{guid(11)}}}"/></Set></Sets>'
    )
    xml = project(f"{USERS}{CODES}<Sources>{sources}</Sources>{sets}", "MAXQDA 24")
    return Made(xml.replace(guid(11), guid(11).upper()))


def atlas_mac() -> Made:
    """The inner file is called as the project is; a line end is CRLF and counts once."""
    passages = "".join(
        selection(30 + n, *at(words), coding(40 + n, 11), words)
        for n, words in enumerate(("We trust them", "I do not 👍 trust", "anybody here"))
    )
    nothing = selection(38, 5, 5, coding(48, 12))
    path = f'plainTextPath="internal://{guid(20)}.txt"'
    inner = text_source(20, passages + nothing + coding(49, 12), more=path)
    users = f'<Users><User guid="{ANN}" name="Ann"/><User guid="{BOB}" name="ATLAS.ti"/></Users>'
    xml = project(
        f"{users}{CODES}<Sources>{inner}</Sources>",
        "ATLAS.ti Mac 26",
        f'creatingUserGUID="{ANN}"',
    )
    return Made(xml, {f"{guid(20)}.txt": WORDS.replace("\n", "\r\n")}, heart="Trial.qde")


def qc() -> Made:
    """No `internal://`, no names of sources, several codings on one selection."""
    inner = (
        f'<TextSource guid="{guid(20)}" plainTextPath="board_2017.txt">'
        f"{selection(30, *at('We trust them'), coding(40, 11) + coding(41, 12))}</TextSource>"
    )
    return Made(
        project(f"{CODES}<Sources>{inner}</Sources>", "qc 1.3.2"), {"board_2017.txt": WORDS}
    )


def quirkos() -> Made:
    """A case without a name that hangs attributes on a text; Cases behind Sources."""
    variables = (
        f'<Variables><Variable guid="{guid(60)}" name="Site" typeOfVariable="Text"/></Variables>'
    )
    value = (
        f'<VariableValue><VariableRef targetGUID="{guid(60)}"/><TextValue>Leeds</TextValue>'
        "</VariableValue>"
    )
    cases = (
        f'<Cases><Case guid="{guid(70)}">{value}<SourceRef targetGUID="{guid(20)}"/></Case></Cases>'
    )
    inner = text_source(20, selection(30, *at("mostly"), coding(40, 11)), WORDS)
    return Made(
        project(f"{USERS}{CODES}{variables}<Sources>{inner}</Sources>{cases}", "Quirkos 2.5")
    )


def passages_of_every_kind() -> str:
    """Passages of a text: with one code, with several, wrong in every way, or with nothing."""
    said = f'creatingUser="{BOB}" creationDateTime="2024-05-01T10:00:00+02:00"'
    return (
        selection(30, *at("We trust them"), coding(40, 11, said, NOTE), "")
        + selection(31, *at("I do not"), coding(41, 12) + coding(42, 99))
        + selection(32, 5, 3, coding(43, 12))
        + selection(33, 9000, 9003, coding(44, 12))
        + selection(34, len(WORDS) - 6, 9000, coding(45, 12))
        + selection(35, 0, 3, "")
    )


def sources_of_every_kind() -> str:
    """Every kind of source, with and without words."""
    return (
        text_source(
            20, "<Description>In the library.</Description>" + passages_of_every_kind(), WORDS
        )
        + text_source(21, coding(46, 12), more='plainTextPath="relative:///elsewhere.txt"')
        + f'<PictureSource guid="{guid(22)}" name="Board"><PictureSelection guid="{guid(36)}"'
        f' firstX="0" firstY="0" secondX="1" secondY="1">{coding(47, 12)}</PictureSelection>'
        "</PictureSource>"
        + f'<PDFSource guid="{guid(23)}" name="Letter"><PDFSelection guid="{guid(37)}" page="1"'
        f' firstX="0" firstY="0" secondX="1" secondY="1">{coding(48, 12)}</PDFSelection>'
        f'<Representation guid="{guid(24)}"><PlainTextContent>Dear all</PlainTextContent>'
        f"{selection(38, 0, 4, coding(49, 12))}</Representation></PDFSource>"
        + f'<AudioSource guid="{guid(25)}" name="Tape"><Transcript guid="{guid(26)}">'
        "<PlainTextContent>P1: Hello there.\n</PlainTextContent>"
        f'<SyncPoint guid="{guid(80)}" timeStamp="0" position="4"/>'
        f'<SyncPoint guid="{guid(81)}" timeStamp="900" position="9"/>'
        f'<TranscriptSelection guid="{guid(39)}" fromSyncPoint="{guid(80)}"'
        f' toSyncPoint="{guid(81)}">{coding(50, 12)}</TranscriptSelection></Transcript>'
        "</AudioSource>" + f'<VideoSource guid="{guid(27)}" name="Film"/>'
    )


def everything() -> Made:
    """One of each thing a project can hold, broken references among them."""
    sources = sources_of_every_kind()
    variables = (
        f'<Variables><Variable guid="{guid(60)}" name="Role" typeOfVariable="Text"/>'
        f'<Variable guid="{guid(61)}" name="Role" typeOfVariable="Integer"/></Variables>'
    )
    value = (
        f'<VariableValue><VariableRef targetGUID="{guid(60)}"/><TextValue>nurse</TextValue>'
        "</VariableValue>"
    )
    cases = (
        f'<Cases><Case guid="{guid(70)}" name="Jo"><Description>Speaks low.</Description>{value}'
        f'<SelectionRef targetGUID="{guid(30)}"/><SelectionRef targetGUID="{guid(99)}"/></Case>'
        "</Cases>"
    )
    notes = (
        f'<Notes><Note guid="{guid(90)}" name="On trust"><PlainTextContent>It grows.'
        f'</PlainTextContent></Note><Note guid="{guid(91)}" name="Blank"/></Notes>'
    )
    links = (
        f'<Links><Link guid="{guid(95)}" name="agree" originGUID="{guid(31)}"'
        f' targetGUID="{guid(30)}"/><Link guid="{guid(96)}" name="see" originGUID="{guid(31)}"'
        f' targetGUID="{guid(20)}"/></Links>'
    )
    graphs = f'<Graphs><Graph guid="{guid(97)}" name="Map"/></Graphs>'
    rest = f'<Description>A pilot.</Description>{NOTE}<NoteRef targetGUID="{guid(98)}"/>'
    xml = project(
        f"{USERS}{CODES}{variables}{cases}<Sources>{sources}</Sources>{notes}{links}{graphs}{rest}",
        "A program",
    )
    return Made(xml)


def coded_cases() -> Made:
    """Cases marked by codes of the same GUIDs, as QualCoder knows them of NVivo."""
    ann, start = 71, WORDS.index("We trust")
    case = f'<Case guid="{guid(ann)}" name="Ann"><Description>Low voice.</Description></Case>'
    said = selection(31, start, start + 13, coding(41, ann) + coding(42, 11))
    whole = text_source(20, said + coding(43, ann), WORDS)
    codes = codebook(
        code(11, "Trust"), code(ann, "Ann", "<Description>In the second row.</Description>")
    )
    return Made(project(f"{codes}<Cases>{case}</Cases><Sources>{whole}</Sources>", "qc"))


PROGRAMS: tuple[Callable[[], Made], ...] = (
    nvivo_windows,
    nvivo_mac,
    maxqda,
    atlas_mac,
    qc,
    quirkos,
    everything,
    coded_cases,
)
