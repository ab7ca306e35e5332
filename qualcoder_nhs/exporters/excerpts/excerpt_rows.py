"""An excerpt as one row of a table: the columns that every table of excerpts has, in order."""

from collections.abc import Iterable
from typing import NamedTuple

from qualcoder_nhs.domain.excerpts import Excerpt
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.exporters.excerpts.excerpt_format import ExcerptOptions
from qualcoder_nhs.exporters.excerpts.excerpt_words import day

SEVERAL = ";"
"""Between several values of one cell: turns, speakers, participants, roles, flags."""


class ExcerptRow(NamedTuple):
    """The cells of one row, named as their columns are; names are for machines and stay English.

    `path` is the names from the root, `code` the slug. `speaker` is every label that speaks, the
    moderator's too; `participant` and `role` only those of participants. `start` and `end` count
    code points in the stored text, and `text` is exactly what stands there. `attribution` is as
    documents set it.
    """

    path: str
    code: str
    transcript: str
    speaker: str
    participant: str
    role: str
    turn: str
    start: int
    end: int
    text: str
    memo: str
    flags: str
    coder: str
    date: str
    layer: str
    reference: str
    attribution: str


COLUMNS = ExcerptRow._fields


def row(excerpt: Excerpt, options: ExcerptOptions) -> ExcerptRow:
    """The row of an excerpt; cells that the options leave out are empty."""
    coding = excerpt.coding
    heard = {piece.voice.label: piece.voice for piece in excerpt.said if piece.voice}
    people = [voice for voice in heard.values() if voice.function is Function.PARTICIPANT]
    return ExcerptRow(
        path=excerpt.path,
        code=excerpt.code.slug,
        transcript=excerpt.transcript,
        speaker=_several(heard),
        participant=_several(voice.name for voice in people),
        role=_several(voice.role for voice in people),
        turn=_several(map(str, excerpt.turns)),
        start=coding.span.start,
        end=coding.span.end,
        text=excerpt.text,
        memo=(excerpt.memo or "") if options.memos else "",
        flags=_several(flag.value for flag in coding.flags),
        coder=excerpt.coder,
        date=day(coding.made),
        layer=excerpt.layer,
        reference=excerpt.reference if options.references else "",
        attribution=excerpt.attribution,
    )


def _several(words: Iterable[str]) -> str:
    return SEVERAL.join(dict.fromkeys(word for word in words if word))
