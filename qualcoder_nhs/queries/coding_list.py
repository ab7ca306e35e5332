"""Codings with their words, by coder, code, transcript and layer."""

from qualcoder_nhs.domain.excerpts import Excerpt
from qualcoder_nhs.queries.excerpts import cut_all
from qualcoder_nhs.storage.reader import Reader


def coding_list(
    read: Reader,
    *,
    coder: str | None = None,
    code: str | None = None,
    transcript: str | None = None,
    layer: str | None = None,
) -> list[Excerpt]:
    """The codings that fit every name given, by transcript, then place; of all layers, or of one.

    Raises:
        NoSuch, Ambiguous: when a name means nothing, or several things.
    """
    codebook = read.codebook()
    wanted = read.codings(
        transcript=read.transcript_called(transcript) if transcript else None,
        codes=[codebook.find(code).id] if code else None,
        coder=read.coder(coder).id if coder else None,
        layer=read.layer_called(layer) if layer else None,
    )
    return list(cut_all(read, wanted, codebook))
