"""The tables of an archive on coders, codes, codings, links, memos and rounds."""

from qualcoder_nhs.domain.archive import ArchiveTable
from qualcoder_nhs.domain.rounds import Portion
from qualcoder_nhs.storage.reader import Reader

_ID = ("id", "what other tables call it by")
_TRANSCRIPT = ("transcript", "id of the transcript")
_CODER = ("coder", "id of the coder")
_LAYER = ("layer", "open, settled, or a round by its name")
_MADE = ("made", "when, UTC")
_START = ("start", "first code point of the passage in the stored text, from 0")
_END = ("end", "code point after the last of the passage")


def work_tables(read: Reader) -> tuple[ArchiveTable, ...]:
    """Who coded what, and how it was agreed on."""
    return (
        _coders(read),
        _codes(read),
        _sets(read),
        _codings(read),
        _links(read),
        _memos(read),
        _rounds(read),
        _decisions(read),
    )


def _coders(read: Reader) -> ArchiveTable:
    columns = (_ID, ("name", "their name"), ("role", "lead, coder or reader"))
    rows = ((one.id, one.name, one.role.value) for one in read.coders())
    return ArchiveTable("coders", "a person who codes", columns, tuple(rows))


def _codes(read: Reader) -> ArchiveTable:
    columns = (
        _ID,
        ("slug", "its short name, which stays"),
        ("name", "its name"),
        ("path", "the names from the root, joined by >"),
        ("parent", "id of the code above; empty for a root"),
        ("colour", "its own colour; empty where it has its family's"),
        ("applicable", "yes, holding (until a child is chosen) or no"),
        ("definition", "what it means"),
        ("use", "when to use it"),
        ("do_not_use", "when not"),
        ("example", "an example"),
        ("serves", "the research questions it serves"),
        ("companions", "slugs of codes expected beside it, joined by ;"),
        ("aliases", "slugs of codes that were merged into it, joined by ;"),
        ("archived", "1 where it is put away"),
    )
    book = read.codebook()
    rows = (
        (
            *(one.id, one.slug, one.name, book.path(one.id), one.parent, one.colour),
            *(one.applicable.value, one.definition, one.use, one.do_not_use, one.example),
            *(one.serves, ";".join(one.companions), ";".join(one.aliases), int(one.archived)),
        )
        for one in book.walk()
    )
    return ArchiveTable("codes", "a node of the codebook, parents first", columns, tuple(rows))


def _sets(read: Reader) -> ArchiveTable:
    columns = (
        ("name", "its name"),
        ("kind", "exclusive, core, events or links"),
        ("scope", "within what it holds"),
        ("why", "why they are listed together"),
        ("codes", "ids of the codes, joined by ;"),
    )
    rows = (
        (one.name, one.kind.value, one.scope, one.why, ";".join(one.members))
        for one in read.codebook().sets
    )
    return ArchiveTable("code_sets", "codes that are listed together", columns, tuple(rows))


def _codings(read: Reader) -> ArchiveTable:
    columns = (
        *(_ID, _TRANSCRIPT, _CODER, ("code", "id of the code"), _LAYER, _START, _END),
        ("flags", "strong, identifying, deviant, discuss; joined by ;"),
        _MADE,
    )
    layers = read.layer_names()
    rows = (
        (
            *(one.id, one.transcript, one.coder, one.code, layers.get(one.layer, one.layer)),
            *(one.span.start, one.span.end, ";".join(one.flags), one.made.isoformat()),
        )
        for one in read.codings()
    )
    return ArchiveTable("codings", "one coder put one code on a passage", columns, tuple(rows))


def _links(read: Reader) -> ArchiveTable:
    columns = (
        _TRANSCRIPT,
        ("turn", "the turn that answers"),
        ("target", "the earlier turn it answers"),
        ("kind", "agree, build, soft dissent, challenge or question"),
        *(_CODER, _LAYER, _MADE),
    )
    layers = read.layer_names()
    rows = (
        (
            *(one.transcript, one.turn, one.target, one.kind.value, one.coder),
            *(layers.get(one.layer, one.layer), one.made.isoformat()),
        )
        for one in read.links()
    )
    return ArchiveTable("links", "a turn answers an earlier one", columns, tuple(rows))


def _memos(read: Reader) -> ArchiveTable:
    columns = (
        *(_ID, _CODER, ("text", "its words"), _MADE, ("changed", "when last changed, UTC")),
        *(_TRANSCRIPT, _START, _END, ("code", "id of the code"), ("coding", "id of the coding")),
        ("participant", "id of the person"),
        ("theme", "id of the theme; where none of these is given, it is on the study"),
    )
    rows = (
        (
            *(one.id, one.coder, one.text, one.made.isoformat(), one.changed.isoformat()),
            *(one.transcript, one.span.start if one.span else None),
            *(one.span.end if one.span else None, one.code, one.coding),
            *(one.participant, one.theme),
        )
        for one in read.memos()
        if not one.private
    )
    return ArchiveTable("memos", "dated words on one thing", columns, tuple(rows))


def _rounds(read: Reader) -> ArchiveTable:
    columns = (
        _ID,
        ("name", "its name, which is its layer's"),
        ("unit", "what agreement is counted on"),
        ("blind", "1 where coders did not see one another"),
        ("coders", "ids of the coders, joined by ;"),
        ("transcripts", "ids of the transcripts, joined by ;, each with the turns drawn, if any"),
        ("ended", "when it ended, UTC; empty where it runs"),
    )
    rows = (
        (
            *(one.id, one.name, str(one.unit), int(one.blind), ";".join(one.coders)),
            ";".join(map(_portion, one.portions)),
            one.ended.isoformat() if one.ended else None,
        )
        for one in read.rounds()
    )
    return ArchiveTable("rounds", "a stretch of independent coding", columns, tuple(rows))


def _portion(portion: Portion) -> str:
    turns = "" if portion.turns is None else f": {' '.join(map(str, portion.turns))}"
    return f"{portion.transcript}{turns}"


def _decisions(read: Reader) -> ArchiveTable:
    columns = (
        ("round", "id of the round"),
        _TRANSCRIPT,
        ("about", "ids of the independent codings, joined by ;"),
        ("choice", "what holds"),
        ("cause", "why coders differed"),
        ("reason", "why it holds"),
        ("made_by", "id of whoever decided"),
        _MADE,
    )
    rows = (
        (
            *(one.round, one.transcript, ";".join(one.about), one.choice.value),
            *(one.cause.value if one.cause else None, one.reason, one.made_by),
            one.made.isoformat(),
        )
        for one in read.decisions()
    )
    return ArchiveTable("decisions", "what was decided where coders differed", columns, tuple(rows))
