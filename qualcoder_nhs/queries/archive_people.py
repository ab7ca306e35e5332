"""The tables of an archive on transcripts, people and the questions they were asked."""

import json
from collections.abc import Mapping

from qualcoder_nhs.domain.archive import ArchiveTable, text_files
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader

_ID = ("id", "what other tables call it by")
_TRANSCRIPT = ("transcript", "id of the transcript")


def people_tables(read: Reader) -> tuple[ArchiveTable, ...]:
    """Who was where, and what was said in which turn."""
    return (
        _study(read),
        _transcripts(read),
        _turns(read),
        _speakers(read),
        _participants(read),
        _groups(read),
        _attributes(read),
        _presences(read),
        _questions(read),
        _askings(read),
    )


def _study(read: Reader) -> ArchiveTable:
    columns = (
        *(_ID, ("name", "its name"), ("created", "when it was begun, UTC")),
        ("stance", "how the team analyses: codebook, reliability or reflexive"),
    )
    study = read.study()
    row = (study.id, study.name, study.created.isoformat(), study.stance.value)
    return ArchiveTable("study", "study, of which there is one", columns, (row,))


def _transcripts(read: Reader) -> ArchiveTable:
    columns = (
        _ID,
        ("name", "what the study calls it"),
        ("text", "the file that holds its stored text"),
        ("group", "id of the group"),
        ("kind", "what kind of file it came from"),
        ("file_name", "the file it came from"),
        ("file_hash", "SHA-256 of that file"),
        ("characters", "length of the stored text in Unicode code points"),
        ("added", "when it came in, UTC"),
        ("added_by", "id of the coder who brought it in"),
    )
    files = text_files(read.transcript_names())
    rows = (
        (
            *(one.id, one.name, files[one.id], one.group, one.kind, one.file_name, one.file_hash),
            *(len(one.text), one.added.isoformat(), one.added_by),
        )
        for one in read.transcripts()
    )
    return ArchiveTable("transcripts", "transcript", columns, tuple(rows))


def _turns(read: Reader) -> ArchiveTable:
    columns = (
        _TRANSCRIPT,
        ("turn", "number of the turn, from 1"),
        ("label", "the speaker's label as it stands in the text"),
        ("start", "first code point of the words, from 0"),
        ("end", "code point after the last of the words"),
        ("time", "seconds from the start of the recording, where known"),
        ("words", "what was said"),
        ("label_start", "first code point of the label, where it stands in the text"),
        ("label_end", "code point after the last of the label"),
        ("time_start", "first code point of the time mark, where one stands in the text"),
        ("time_end", "code point after the last of the time mark"),
    )
    rows = (
        (
            *(one.id, t.index, t.label, t.words.start, t.words.end, t.time, t.words.of(one.text)),
            *(*_ends(t.label_at), *_ends(t.time_at)),
        )
        for one in read.transcripts()
        for t in one.turns
    )
    return ArchiveTable("turns", "stretch of talk by one speaker", columns, tuple(rows))


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def _speakers(read: Reader) -> ArchiveTable:
    columns = (
        _TRANSCRIPT,
        ("label", "a label of its text"),
        ("function", "participant, moderator, co-moderator, note-taker or unknown"),
        ("participants", "ids of the people it stands for, joined by ;"),
    )
    rows = (
        (one.transcript, one.label, one.function.value, ";".join(one.participants))
        for one in read.speakers()
    )
    return ArchiveTable("speakers", "label, and whom it stands for", columns, tuple(rows))


def _participants(read: Reader) -> ArchiveTable:
    columns = (_ID, ("name", "short name"), ("attributes", "what is known of them, as JSON by key"))
    rows = ((one.id, one.name, _json(one.attributes)) for one in read.participants().values())
    return ArchiveTable("participants", "person in the study", columns, tuple(rows))


def _groups(read: Reader) -> ArchiveTable:
    columns = (_ID, ("name", "its name"), ("attributes", "what is known of it, as JSON by key"))
    rows = ((one.id, one.name, _json(one.attributes)) for one in read.groups().values())
    return ArchiveTable("groups", "group, the people in one room", columns, tuple(rows))


def _attributes(read: Reader) -> ArchiveTable:
    columns = (
        ("subject", "participant or group"),
        ("key", "what the JSON of people and groups calls it"),
        ("name", "what screens call it"),
        ("values", "the values that are offered, joined by ;"),
        ("identifying", "1 where it may give somebody away"),
    )
    rows = (
        (one.subject.value, one.key, one.name, ";".join(one.values), int(one.identifying))
        for one in read.attributes()
    )
    return ArchiveTable("attributes", "attribute of people or groups", columns, tuple(rows))


def _presences(read: Reader) -> ArchiveTable:
    columns = (
        _TRANSCRIPT,
        ("participant", "id of the person"),
        ("first", "first turn they were there for; empty is the beginning"),
        ("last", "last turn they were there for; empty is the end"),
    )
    rows = ((one.transcript, one.participant, one.first, one.last) for one in read.presences())
    return ArchiveTable("presences", "person who came late or left early", columns, tuple(rows))


def _questions(read: Reader) -> ArchiveTable:
    columns = (_ID, ("name", "such as Q5"), ("text", "as asked"), ("probes", "joined by ;"))
    rows = ((one.id, one.name, one.text, ";".join(one.probes)) for one in read.questions())
    return ArchiveTable("questions", "question of the topic guide", columns, tuple(rows))


def _askings(read: Reader) -> ArchiveTable:
    columns = (
        _TRANSCRIPT,
        ("question", "id of the question; empty where from here on none is open"),
        ("turn", "the turn it begins at; empty where it was not asked here"),
    )
    rows = ((one.transcript, one.question, one.turn) for one in read.askings())
    return ArchiveTable("askings", "place where a question begins", columns, tuple(rows))


def _json(values: Mapping[str, str]) -> str:
    return json.dumps(dict(values), ensure_ascii=False) if values else ""
