"""A coding with all that is known of it, as the row of a table and as an object of a document."""

from collections.abc import Iterable
from typing import NamedTuple

from qualcoder_nhs.domain.excerpts import Excerpt, Voice
from qualcoder_nhs.domain.people import Function

SEVERAL = ";"
"""Between several values of one cell: flags, turns, labels, people, roles."""


class CodingRow(NamedTuple):
    """The cells of one row, named as their columns are; names are for machines and stay English.

    The first eight are what `import` takes back. `made` is ISO 8601 in UTC; `text` is what stands
    in the stored text at `[start, end)`. `labels` are of all who speak there, `participants` and
    `roles` of participants alone.
    """

    transcript: str
    coder: str
    code: str
    start: int
    end: int
    memo: str
    flags: str
    layer: str
    id: str
    path: str
    made: str
    text: str
    turns: str
    labels: str
    participants: str
    roles: str


COLUMNS = CodingRow._fields


def row(excerpt: Excerpt) -> CodingRow:
    """The row of a coding."""
    coding, heard = excerpt.coding, _voices(excerpt)
    people = [voice for voice in heard if voice.function is Function.PARTICIPANT]
    return CodingRow(
        transcript=excerpt.transcript,
        coder=excerpt.coder,
        code=excerpt.code.slug,
        start=coding.span.start,
        end=coding.span.end,
        memo=excerpt.memo or "",
        flags=_several(flag.value for flag in coding.flags),
        layer=excerpt.layer,
        id=coding.id,
        path=excerpt.path,
        made=coding.made.isoformat(),
        text=excerpt.text,
        turns=_several(map(str, excerpt.turns)),
        labels=_several(voice.label for voice in heard),
        participants=_several(voice.name for voice in people),
        roles=_several(voice.role for voice in people),
    )


def document(excerpt: Excerpt) -> dict[str, object]:
    """The same for programs that read JSON: lists where a cell joins, null where there is none."""
    coding, heard = excerpt.coding, _voices(excerpt)
    people = [voice for voice in heard if voice.function is Function.PARTICIPANT]
    return {
        "id": coding.id,
        "transcript": excerpt.transcript,
        "coder": excerpt.coder,
        "code": excerpt.code.slug,
        "path": excerpt.path,
        "layer": excerpt.layer,
        "start": coding.span.start,
        "end": coding.span.end,
        "text": excerpt.text,
        "turns": list(excerpt.turns),
        "labels": [voice.label for voice in heard],
        "participants": [voice.name for voice in people],
        "roles": list(dict.fromkeys(voice.role for voice in people if voice.role)),
        "memo": excerpt.memo,
        "flags": list(coding.flags),
        "made": coding.made.isoformat(),
    }


def _voices(excerpt: Excerpt) -> list[Voice]:
    return list({said.voice.label: said.voice for said in excerpt.said if said.voice}.values())


def _several(words: Iterable[str]) -> str:
    return SEVERAL.join(dict.fromkeys(word for word in words if word))
