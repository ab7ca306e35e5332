"""A transcript with what was coded in it, ready to leave the study."""

from collections.abc import Collection
from datetime import UTC, datetime

from qualcoder_nhs.domain.codebook import Codebook, families
from qualcoder_nhs.domain.coded_transcript import CodedTranscript, Mark
from qualcoder_nhs.domain.ids import CodeId, CoderId, TranscriptId
from qualcoder_nhs.queries.coding_page import CodingPage, coding_page
from qualcoder_nhs.queries.layers import shown_layer
from qualcoder_nhs.storage.reader import Reader


def coded_transcript(
    read: Reader,
    transcript: TranscriptId,
    layer: str | None = None,
    *,
    coders: Collection[CoderId] = (),
    codes: Collection[CodeId] = (),
    exporter: str = "",
) -> CodedTranscript:
    """The transcript with the codings of one layer, of some coders and codes or of all.

    The layer is the settled one where it exists and the open one otherwise, unless another is
    named; `codes` means these alone, not what lies beneath them.
    """
    wanted = layer or shown_layer(read)
    page = coding_page(read, transcript, wanted)
    marks = _marks(page, coders, codes)
    return CodedTranscript(
        study=read.study().name,
        name=page.transcript.name,
        layer=read.layer_names().get(wanted, wanted),
        text=page.transcript.text,
        turns=page.transcript.turns,
        voices=page.voices,
        marks=marks,
        exporter=exporter,
        made=datetime.now(UTC),
        others=len(read.codings(transcript)) - len(marks),
    )


def _marks(
    page: CodingPage, coders: Collection[CoderId], codes: Collection[CodeId]
) -> tuple[Mark, ...]:
    """In the order in which they begin; of those that begin together the longest first."""
    numbers = families(page.codebook)
    chosen = (
        one
        for one in page.codings
        if (not coders or one.coder in coders) and (not codes or one.code in codes)
    )
    marks = (
        Mark(
            span=one.span,
            code=page.codebook[one.code].name,
            path=page.codebook.path(one.code),
            family=numbers[one.code],
            colour=_colour(page.codebook, one.code),
            coder=page.coders[one.coder].name,
            initials=page.coders[one.coder].initials,
            made=one.made,
            flags=one.flags,
            memo=page.memos.get(one.id, ""),
        )
        for one in chosen
    )
    return tuple(sorted(marks, key=lambda one: (one.span.start, -one.span.end, one.path)))


def _colour(codebook: Codebook, code: CodeId) -> str | None:
    return codebook.root(code).colour
