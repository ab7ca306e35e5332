"""Codings and memos as rows, and back."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from qualcoder_nhs.domain.coding import Coding, Flag, Memo
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage import schema
from qualcoder_nhs.storage.rows.placed import Placed, ends, span_from


def of_coding(coding: Coding) -> list[Placed]:
    """The rows that keep a coding."""
    row = {
        "id": coding.id,
        "transcript": coding.transcript,
        "coder": coding.coder,
        "code": coding.code,
        "layer": coding.layer,
        "start": coding.span.start,
        "end": coding.span.end,
        "made": coding.made.isoformat(),
        "flags": ";".join(coding.flags),
    }
    return [Placed(schema.codings, row)]


def coding_from(row: Mapping[str, Any]) -> Coding:
    """A coding."""
    return Coding(
        row["id"],
        row["transcript"],
        row["coder"],
        row["code"],
        row["layer"],
        Span(row["start"], row["end"]),
        datetime.fromisoformat(row["made"]),
        tuple(map(Flag, row["flags"].split(";"))) if row["flags"] else (),
    )


def codings_from(found: Iterable[Sequence[Any]]) -> list[Coding]:
    """Many codings at once: each row holds the columns of the table in their own order."""
    return [
        Coding(
            key,
            transcript,
            coder,
            code,
            layer,
            Span(start, end),
            datetime.fromisoformat(made),
            tuple(map(Flag, flags.split(";"))) if flags else (),
        )
        for key, transcript, coder, code, layer, start, end, made, flags in found
    ]


def of_memo(memo: Memo) -> list[Placed]:
    """The rows that keep a memo."""
    row = {
        "id": memo.id,
        "coder": memo.coder,
        "text": memo.text,
        "made": memo.made.isoformat(),
        "changed": memo.changed.isoformat(),
        "transcript": memo.transcript,
        **ends(memo.span, "start", "end"),
        "code": memo.code,
        "coding": memo.coding,
        "participant": memo.participant,
        "theme": memo.theme,
        "private": int(memo.private),
    }
    return [Placed(schema.memos, row)]


def memo_from(row: Mapping[str, Any]) -> Memo:
    """Dated words on a thing."""
    return Memo(
        row["id"],
        row["coder"],
        row["text"],
        datetime.fromisoformat(row["made"]),
        datetime.fromisoformat(row["changed"]),
        row["transcript"],
        span_from(row),
        row["code"],
        row["coding"],
        row["participant"],
        bool(row["private"]),
        row["theme"],
    )
