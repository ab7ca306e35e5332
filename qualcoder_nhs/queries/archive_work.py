"""The tables of an archive on coders, codes, codings, links, memos and rounds."""

from datetime import datetime

from qualcoder_nhs.domain.archive import ArchiveCell, ArchiveTable
from qualcoder_nhs.domain.rounds import Criterion, Portion, Sample
from qualcoder_nhs.storage.reader import Reader

_ID = ("id", "what other tables call it by")
_TRANSCRIPT = ("transcript", "id of the transcript")
_CODER = ("coder", "id of the coder")
_LAYER = ("layer", "open, settled, or a round by its name")
_MADE = ("made", "when, UTC")
_SINCE = ("added", "since when, UTC")
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
    columns = (_ID, ("name", "their name"), ("role", "lead, coder or reader"), _SINCE)
    rows = ((one.id, one.name, one.role.value, one.added.isoformat()) for one in read.coders())
    return ArchiveTable("coders", "person who codes", columns, tuple(rows))


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
    return ArchiveTable("codes", "code or category, parents first", columns, tuple(rows))


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
    return ArchiveTable("code_sets", "set of codes that are listed together", columns, tuple(rows))


def _codings(read: Reader) -> ArchiveTable:
    columns = (
        *(_ID, _TRANSCRIPT, _CODER, ("code", "id of the code"), _LAYER, _START, _END),
        ("flags", "strong, identifying, deviant, discuss; joined by ;"),
        _MADE,
        ("transcript_name", "what the study calls the transcript"),
        ("coder_name", "the coder's name"),
        ("code_path", "the names from the root of the codebook, joined by >"),
        ("words", "the passage"),
    )
    layers, book = read.layer_names(), read.codebook()
    coders = {one.id: one.name for one in read.coders()}
    texts = {one.id: one for one in read.transcripts()}
    rows = (
        (
            *(one.id, one.transcript, one.coder, one.code, layers.get(one.layer, one.layer)),
            *(one.span.start, one.span.end, ";".join(one.flags), one.made.isoformat()),
            *(texts[one.transcript].name, coders[one.coder], book.path(one.code)),
            one.span.of(texts[one.transcript].text),
        )
        for one in read.codings()
    )
    return ArchiveTable("codings", "code that a coder put on a passage", columns, tuple(rows))


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
    return ArchiveTable("links", "link from a turn to an earlier one", columns, tuple(rows))


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
    return ArchiveTable("memos", "memo", columns, tuple(rows))


def _rounds(read: Reader) -> ArchiveTable:
    columns = (
        _ID,
        ("name", "its name, which is its layer's"),
        ("unit", "what agreement is counted on"),
        ("blind", "1 where coders did not see one another"),
        ("coders", "ids of the coders, joined by ;"),
        ("transcripts", "ids of the transcripts, joined by ;, each with the turns drawn, if any"),
        ("measure", "the measure of agreement that was declared before it began, if any"),
        ("at_least", "what it had to reach"),
        ("share", "the share of each transcript that was drawn, where turns were"),
        ("seed", "the number they were drawn by"),
        ("by_question", "1 where they were drawn question by question"),
        ("questions", "names of the questions that were coded alone, joined by ;"),
        ("version", "number of the codebook's version it was coded by"),
        *(_MADE, ("made_by", "id of whoever began it")),
        ("opened", "when coders were shown one another's work, UTC"),
        ("ended", "when it ended, UTC; empty where it runs"),
    )
    numbers = {one.id: one.number for one in read.versions()}
    rows = (
        (
            *(one.id, one.name, str(one.unit), int(one.blind), ";".join(one.coders)),
            *(";".join(map(_portion, one.portions)), *_criterion(one.criterion)),
            *(*_drawn(one.sample), ";".join(one.questions), numbers.get(one.version)),
            *(one.made.isoformat(), one.made_by, _when(one.opened), _when(one.ended)),
        )
        for one in read.rounds()
    )
    return ArchiveTable("rounds", "round of independent coding", columns, tuple(rows))


def _criterion(criterion: Criterion | None) -> tuple[ArchiveCell, ArchiveCell]:
    return (criterion.measure.value, criterion.at_least) if criterion else (None, None)


def _drawn(sample: Sample | None) -> tuple[ArchiveCell, ...]:
    return (sample.share, sample.seed, int(sample.by_question)) if sample else (None,) * 3


def _when(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


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
        ("coder", "id of the coder whose codings were taken, if anybody's were"),
        ("code", "id of the other code that was chosen, if one was"),
        ("codings", "ids of the settled codings that came of it, joined by ;"),
        *(("made_by", "id of whoever decided"), _MADE),
    )
    rows = (
        (
            *(one.round, one.transcript, ";".join(one.about), one.choice.value),
            *(one.cause.value if one.cause else None, one.reason, one.coder, one.code),
            *(";".join(one.codings), one.made_by, one.made.isoformat()),
        )
        for one in read.decisions()
    )
    return ArchiveTable("decisions", "decision where coders differed", columns, tuple(rows))
