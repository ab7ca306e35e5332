"""The tables of an archive on what the analyst made of it: themes, summaries, propositions."""

from qualcoder_nhs.domain.archive import ArchiveTable
from qualcoder_nhs.storage.reader import Reader

_ID = ("id", "what other tables call it by")
_THEME = ("theme", "id of the theme")
_TRANSCRIPT = ("transcript", "id of the transcript")
_PARTICIPANT = ("participant", "id of the person; empty for the group as a whole")
_PROPOSITION = ("proposition", "id of the proposition")
_BY = ("by", "id of the coder who wrote or chose it")
_START = ("start", "first code point of the passage in the stored text, from 0")
_END = ("end", "code point after the last of the passage")


def theme_tables(read: Reader) -> tuple[ArchiveTable, ...]:
    """Claims, what they rest on, and what stands against them."""
    return (
        _themes(read),
        _statements(read),
        _quotes(read),
        _summaries(read),
        _propositions(read),
        _voicings(read),
        _corrections(read),
    )


def _themes(read: Reader) -> ArchiveTable:
    columns = (
        _ID,
        ("name", "its name"),
        ("codes", "ids of its codes, joined by ;"),
        ("serves", "the research questions it answers"),
    )
    rows = ((one.id, one.name, ";".join(one.codes), one.serves) for one in read.themes())
    return ArchiveTable("themes", "theme, a claim the analyst makes", columns, tuple(rows))


def _statements(read: Reader) -> ArchiveTable:
    columns = (_THEME, ("text", "what it claims"), ("made", "when, UTC; the newest holds"), _BY)
    rows = ((one.theme, one.text, one.made.isoformat(), one.by) for one in read.statements())
    return ArchiveTable("statements", "wording of a theme", columns, tuple(rows))


def _quotes(read: Reader) -> ArchiveTable:
    columns = (
        *(_THEME, _TRANSCRIPT, _START, _END),
        ("against", "1 for a counter-case"),
        *(("note", "why it was chosen"), ("added", "when, UTC"), _BY, ("words", "the passage")),
    )
    texts = {one.id: one.text for one in read.transcripts()}
    rows = (
        (
            *(one.theme, one.transcript, one.span.start, one.span.end, int(one.against), one.note),
            *(one.added.isoformat(), one.by, one.span.of(texts[one.transcript])),
        )
        for one in read.quotes()
    )
    return ArchiveTable("quotes", "passage chosen for a theme", columns, tuple(rows))


def _summaries(read: Reader) -> ArchiveTable:
    columns = (
        *(_TRANSCRIPT, _PARTICIPANT, ("code", "id of the code"), _THEME),
        *(("text", "the summary; t.41 is turn 41"), ("changed", "when last changed, UTC"), _BY),
    )
    rows = (
        (
            *(one.transcript, one.participant, one.code, one.theme, one.text),
            *(one.changed.isoformat(), one.by),
        )
        for one in read.summaries()
    )
    return ArchiveTable("summaries", "cell of the framework matrix", columns, tuple(rows))


def _propositions(read: Reader) -> ArchiveTable:
    columns = (
        *(_ID, ("question", "id of the question"), ("text", "what it says")),
        ("codes_for", "ids of codes that hold it, joined by ;"),
        ("codes_against", "ids of codes that deny it, joined by ;"),
    )
    rows = (
        (one.id, one.question, one.text, ";".join(one.codes_for), ";".join(one.codes_against))
        for one in read.propositions()
    )
    return ArchiveTable("propositions", "proposition that a group may hold", columns, tuple(rows))


def _voicings(read: Reader) -> ArchiveTable:
    columns = (
        *(_PROPOSITION, _TRANSCRIPT, ("turn", "number of the turn")),
        ("holds", "1 where the turn holds it, 0 where it denies it"),
    )
    rows = ((one.proposition, one.transcript, one.turn, int(one.holds)) for one in read.voicings())
    return ArchiveTable("voicings", "turn that takes a position", columns, tuple(rows))


def _corrections(read: Reader) -> ArchiveTable:
    columns = (
        *(_PROPOSITION, _TRANSCRIPT, _PARTICIPANT, ("value", "what the analyst says instead")),
        *(("made", "when, UTC"), _BY),
    )
    rows = (
        (
            *(one.proposition, one.transcript, one.participant, str(one.value)),
            *(one.made.isoformat(), one.by),
        )
        for one in read.corrections()
    )
    return ArchiveTable(
        "corrections", "position or shape that was put right by hand", columns, tuple(rows)
    )
