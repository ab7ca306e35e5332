"""How long tables of the fifty transcripts take: reading the material, and counting."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from qualcoder_nhs.analysis.counted_report import CountedReport
from qualcoder_nhs.analysis.counting.hits import hits
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.tables import report_named
from qualcoder_nhs.analysis.undisturbed import undisturbed
from qualcoder_nhs.domain.table_options import Value, Wish, wish
from qualcoder_nhs.domain.tabled import Tabled
from qualcoder_nhs.queries.tables import table_material
from qualcoder_nhs.study import Study
from tests.bench.clock import cpu
from tests.bench.row import Row
from tests.bench.store import ORDINARY
from tests.bench.yardstick import MANY, yardstick

# Milliseconds for a table that somebody waits for, its material read.
LIMIT = 1_000
# For one that counts who says each of thirty words, which here are said in most turns.
ALL_WORDS = 3_000
# For what was read before and has not changed.
AGAIN = 50
ROLES = ("chief executive", "medical director", "clinical director", "general manager")
ASKED: tuple[tuple[str, str, dict[str, Value]], ...] = (
    ("code × role", "matrix", {"columns": "role"}),
    ("codes meeting in a turn", "cooccurrence", {}),
    ("codes within three turns after", "cooccurrence", {"near": "after"}),
    ("one code × role", "matrix", {"columns": "role", "codes": ("Code 7",)}),
    ("new codes by discussion", "saturation", {}),
)
"""Each is counted as after a change: what the codings touch is found anew."""
OF_WORDS: tuple[tuple[str, dict[str, Value]], ...] = (
    ("frequent words × role", {}),
    ("frequent stems × role", {"stems": True}),
)
OF_PAIRS: tuple[tuple[str, dict[str, Value]], ...] = (
    ("collocations × role", {}),
    ("collocations by mutual information", {"measure": "pmi"}),
)


def tables() -> Iterable[Row]:
    """Each table beside touching its codings once, which every count begins with."""
    with yardstick(MANY) as made:
        plain = wish(report_named("matrix").options)
        reading = cpu(lambda: _read_anew(made.study.path, plain), 3)
        again = cpu(lambda: made.study.ask(table_material, plain), 3)
        loading = cpu(lambda: made.study.ask(lambda read: read.codings()), 3)
        yield Row("read what 50,000 codings are counted from", reading, LIMIT, loading, "ms")
        yield Row("the same, nothing changed since", again, AGAIN, None, "ms")
        material = _with_roles(made.study.ask(table_material, plain))
        said = made.words[ORDINARY]
    yield from _rows(material)
    yield from _words(material)
    yield from _pairs(material)
    yield from _in_context(material, said)


def _read_anew(path: Path, chosen: Wish) -> Material:
    """By somebody who has just opened the study."""
    with undisturbed(), Study.read(path) as study:
        return study.ask(table_material, chosen)


def _run(report: CountedReport, material: Material, chosen: Wish) -> Tabled:
    with undisturbed():
        return report.run(replace(material), chosen)


def _pairs(material: Material) -> Iterator[Row]:
    report = report_named("collocations")
    for what, asked in OF_PAIRS:
        chosen = wish(report.options, asked)
        figure = cpu(lambda chosen=chosen: _run(report, material, chosen), 3)
        yield Row(f"{what}, 1 million words", figure, ALL_WORDS, None, "ms")


def _words(material: Material) -> Iterator[Row]:
    report = report_named("words")
    for what, asked in OF_WORDS:
        chosen = wish(report.options, asked)
        figure = cpu(lambda chosen=chosen: _run(report, material, chosen), 3)
        yield Row(f"{what}, 1 million words", figure, ALL_WORDS, None, "ms")


def _in_context(material: Material, said: str) -> Iterator[Row]:
    """A word of a few hundred turns; the texts were cut into words by the tables before."""
    report = report_named("kwic")
    for what, stems in (("a word in context × role", False), ("all its forms", True)):
        chosen = wish(report.options, {"word": said, "stems": stems})
        figure = cpu(lambda chosen=chosen: _run(report, material, chosen), 3)
        yield Row(f"{what}, 1 million words", figure, LIMIT, None, "ms")


def _rows(material: Material) -> Iterator[Row]:
    once = cpu(lambda: hits(replace(material)), 3)
    for what, name, said in ASKED:
        report = report_named(name)
        chosen = wish(report.options, said)
        figure = cpu(lambda report=report, chosen=chosen: _run(report, material, chosen), 3)
        yield Row(f"{what}, 50,000 codings", figure, LIMIT, once, "ms")


def _with_roles(material: Material) -> Material:
    people = {
        key: replace(one, attributes={"role": ROLES[at % len(ROLES)]})
        for at, (key, one) in enumerate(material.people.items())
    }
    return replace(material, people=people)
