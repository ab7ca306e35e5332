"""How a study was coded, for the appendix of a theme pack: who coded, and in which rounds."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.domain.theme_pack import Audit, CoderLine, RoundLine
from qualcoder_nhs.storage.reader import Reader


def audit(read: Reader, found: Material) -> Audit:
    """The coders of the layer with how much they made, and every round."""
    return Audit(tuple(_coders(found)), tuple(_rounds(read)))


def _coders(found: Material) -> Iterator[CoderLine]:
    made = Counter(one.coder for one in found.codings)
    where: dict[CoderId, set[TranscriptId]] = defaultdict(set)
    for one in found.codings:
        where[one.coder].add(one.transcript)
    for coder, number in made.most_common():
        yield CoderLine(found.coders[coder], number, len(where[coder]))


def _rounds(read: Reader) -> Iterator[RoundLine]:
    names = {one.id: one.name for one in read.coders()}
    for one in read.rounds():
        yield RoundLine(
            name=one.name,
            coders=tuple(names[coder] for coder in one.coders),
            transcripts=len(one.portions),
            blind=one.blind,
            opened=one.opened,
            ended=one.ended,
        )
