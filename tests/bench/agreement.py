"""The report of agreement, from the study to the figures, beside NLTK where that can finish."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from qualcoder_nhs.actions.codebook import AddCode
from qualcoder_nhs.actions.people import AddCoder
from qualcoder_nhs.actions.transcripts import AddTranscript
from qualcoder_nhs.analysis.agreement.material import Material
from qualcoder_nhs.analysis.agreement.report import AgreementReport, agreement_report
from qualcoder_nhs.domain.casting import proposed
from qualcoder_nhs.domain.coding import OPEN, Coding
from qualcoder_nhs.domain.ids import CodeId, CoderId, CodingId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript, Turn
from qualcoder_nhs.queries.agreement import AgreementWish, agreement_material
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.bench.clock import cpu
from tests.bench.row import Row
from tests.bench.yardstick import PutCodings

# Milliseconds, from the table of speeds.
REPORT = 2_000

CODERS, TURN = ("HL", "JT", "MO"), 200
FAMILIES, IN_FAMILY = 6, 5


@dataclass(frozen=True)
class Size:
    """How much is coded: `times` passages of each code in each transcript, by all coders."""

    transcripts: int
    characters: int
    times: int

    def __str__(self) -> str:
        return (
            f"{self.transcripts} × {self.characters:,} characters × {len(CODERS)} coders × "
            f"{FAMILIES * IN_FAMILY} codes"
        )


FULL, SMALL = Size(20, 60_000, 7), Size(1, 20_000, 3)


def agreement() -> Iterable[Row]:
    """The full size with its intervals; the small one's alphas beside NLTK's."""
    with TemporaryDirectory() as folder:
        full, small = (_study(Path(folder) / f"{one.times}.qnhs", one) for one in (FULL, SMALL))
        with full, small:
            yield Row(
                f"agreement report, {FULL}", cpu(lambda: _report(full), 3), REPORT, None, "ms"
            )
            yield _beside_nltk(small)


def _report(study: Study, replicates: int = 2_000) -> AgreementReport:
    wish = AgreementWish(replicates=replicates, everything=True)
    return agreement_report(study.ask(agreement_material, wish))


def _beside_nltk(study: Study) -> Row:
    """Every figure here, and the alphas of all codes alone there."""
    ours = cpu(lambda: _report(study, 0), 3)
    material = study.ask(agreement_material, AgreementWish(everything=True))
    theirs = cpu(lambda: _alphas(material), 1)
    return Row(f"agreement report, {SMALL}; NLTK: its alphas", ours, REPORT, theirs, "ms")


def _alphas(material: Material) -> list[float]:
    # It brings numpy along, which must find what the package says of threads when it is loaded.
    from nltk.metrics.agreement import AnnotationTask

    return [
        AnnotationTask(data=_by_character(material, code)).alpha() for code in material.plan.codes
    ]


def _by_character(material: Material, code: str) -> list[tuple[str, int, int]]:
    [talk] = material.continua
    rows = []
    for coder in material.plan.coders:
        given = {at for span in talk.spans(coder, code) for at in range(span.start, span.end)}
        rows += [(coder, at, int(at in given)) for at in range(talk.length)]
    return rows


def _study(path: Path, size: Size) -> Study:
    study, chance = Study.create(path, "Agreement", CODERS[0]), Random(3)
    lead = study.ask(Reader.coder, CODERS[0]).id
    coders = (lead, *(study.run(AddCoder(name), lead) for name in CODERS[1:]))
    roots = [study.run(AddCode(f"Family {at}"), lead) for at in range(FAMILIES)]
    codes = roots + [
        study.run(AddCode(f"Code {at}", root), lead)
        for root in roots
        for at in range(IN_FAMILY - 1)
    ]
    for number in range(size.transcripts):
        study.run(_an_import(f"FG{number + 1}", size.characters), lead)
    for one in study.ask(Reader.transcripts):
        study.run(PutCodings(tuple(_codings(one, size.times, coders, codes, chance))), lead)
    return study


def _an_import(name: str, characters: int) -> AddTranscript:
    text, turns = "", []
    for index in range(1, characters // TURN + 1):
        label_at = Span(len(text), len(text) + 3)
        turns.append(Turn(index, "P1", Span(label_at.end + 1, label_at.end + 1 + TURN), label_at))
        text += "P1: " + "word " * (TURN // 5 - 1) + "end.\n\n"
    return AddTranscript(name, text, tuple(turns), proposed(["P1"]), "text", f"{name}.txt", name)


def _codings(
    transcript: Transcript,
    times: int,
    coders: tuple[CoderId, ...],
    codes: list[CodeId],
    chance: Random,
) -> Iterator[Coding]:
    """Each coder marks much the same passages, with other ends."""
    for code in codes:
        for begin in sorted(chance.sample(range(0, len(transcript.text) - 700, 600), times)):
            for coder in coders:
                start = begin + chance.randint(0, 40)
                span = Span(start, start + chance.randint(150, 250))
                name = CodingId(f"{transcript.id}-{code}-{coder}-{begin}")
                yield Coding(name, transcript.id, coder, code, OPEN, span, transcript.added)
