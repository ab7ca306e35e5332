"""The report of agreement: read in one go, counted when the study is let go of, and written."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from qualcoder_nhs import __version__
from qualcoder_nhs.analysis.agreement.bands import Bands
from qualcoder_nhs.analysis.agreement.over_time import OverTime, over_time
from qualcoder_nhs.analysis.agreement.pausing import looking_up
from qualcoder_nhs.analysis.agreement.ratings import annotations, rating_columns, ratings
from qualcoder_nhs.analysis.agreement.report import AgreementReport, agreement_report
from qualcoder_nhs.analysis.agreement.report_json import report_json
from qualcoder_nhs.analysis.agreement.settled import Settling
from qualcoder_nhs.analysis.agreement_paper.paper import Occasion, paper
from qualcoder_nhs.analysis.agreement_paper.time_tables import time_tables
from qualcoder_nhs.domain.errors import UnknownSuffix
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.domain.report import Table
from qualcoder_nhs.exporters.plain_csv import write_plain_csv
from qualcoder_nhs.exporters.plain_json import write_plain_json
from qualcoder_nhs.exporters.reports.report_formats import REPORTS, report_format, write_report
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.agreement import AgreementWish, agreement_material
from qualcoder_nhs.queries.agreement_over_time import other_rounds, recoded
from qualcoder_nhs.queries.settled import how_settled
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.exported import Exported, note
from qualcoder_nhs.tasks.task import Progress, again


@contextmanager
def stage(progress: Progress, done: int, total: int, words: str) -> Iterator[None]:
    """One stage of counting: told when it begins, and to be stopped anywhere in it."""
    progress(done, total, words)
    with looking_up(again(progress, done, total, words)):
        yield


@dataclass
class CompareCoders:
    """Compare coders as wished."""

    wish: AgreementWish
    title: str = field(default_factory=lambda: _("Agreement"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> AgreementReport:
        """The report, as this coder may see it.

        Raises:
            Refusal: as `agreement_material` says.
        """
        with stage(progress, 0, 2, _("Reading the codings")):
            material = study.ask_as(coder, agreement_material, self.wish)
        with stage(progress, 1, 2, _("Counting")):
            return agreement_report(material)


@dataclass
class CompareOverTime:
    """Compare what was wished with other rounds, and coders with themselves."""

    wish: AgreementWish
    title: str = field(default_factory=lambda: _("Agreement over time"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> OverTime:
        """What is said of it, as this coder may see it.

        Raises:
            Refusal: as `agreement_material` says.
        """
        with stage(progress, 0, 2, _("Reading the codings")):
            here = study.ask_as(coder, agreement_material, self.wish)
            others = study.ask_as(coder, other_rounds, self.wish)
            twice = study.ask_as(coder, recoded, self.wish)
        with stage(progress, 1, 2, _("Counting")):
            return over_time(here, others, twice)


@dataclass
class TellSettling:
    """Tell how the disagreements of what was wished were settled."""

    wish: AgreementWish
    title: str = field(default_factory=lambda: _("How disagreements were settled"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> Settling | None:
        """What was decided, as this coder may see it; None where nothing was.

        Raises:
            Refusal: as `agreement_material` says.
        """
        with stage(progress, 0, 1, _("Reading the decisions")):
            return study.ask_as(coder, how_settled, self.wish)


REASONS = (".xlsx", ".json")
"""What has every decision in it, with its reason."""


@dataclass
class WriteAgreement:
    """Write a report of agreement; the suffix of `out` picks what.

    `.docx`, `.xlsx` and `.html` are the report to be read, `.json` is the document of the command
    line, `.csv` are ratings for R, `.pygamma.csv` are spans for pygamma. Where the `wish` that the
    report came from is said, they tell how it was settled, and what is to be read of other rounds
    and of recodings, too; `bands` are whose words for ranges of alpha stand beside it there.
    """

    report: AgreementReport
    out: Path
    wish: AgreementWish | None = None
    bands: tuple[Bands, ...] = ()
    title: str = field(default_factory=lambda: _("Export agreement"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> str:
        """Write it and note in the study that it left; a sentence that says so.

        Raises:
            UnknownSuffix, NotWritten: as `write` says.
        """
        exported = self.write(study, coder, progress)
        if study.writable:
            note(study, coder, "agreement", self.out, exported)
        return exported.words

    def write(self, study: Study, coder: CoderId, progress: Progress) -> Exported:
        """Write it, and leave it to others to note it.

        A report holds nobody's words, but the reasons of decisions may quote some.

        Raises:
            UnknownSuffix: when nothing is written under this suffix.
            NotWritten: when the file cannot be put there.
        """
        author = study.ask(Reader.coder, coder).name
        settling = TellSettling(self.wish).run(study, coder, progress) if self.wish else None
        program = f"qualcoder_nhs {__version__}"
        occasion = Occasion(author, datetime.now(UTC), program, self.bands, settling)
        more: tuple[Table, ...] = ()
        if self.wish and report_format(self.out.suffix):
            found = CompareOverTime(self.wish).run(study, coder, progress)
            more = tuple(time_tables(found, self.report.about.names))
        with stage(progress, 0, 1, _("Writing {name}").format(name=self.out.name)):
            write_agreement(self.report, self.out, occasion, more)
        progress(1, 1, "")
        words = _("Agreement written to {name}.").format(name=self.out.name)
        return Exported(words, self._quoted(settling))

    def _quoted(self, settling: Settling | None) -> tuple[TranscriptId, ...]:
        """The transcripts that a reason may quote, where the file has the reasons."""
        if settling is None or self.out.suffix.casefold() not in REASONS:
            return ()
        ids = self.report.material.ids
        quoting = dict.fromkeys(one.transcript for one in settling.passages if one.reason)
        return tuple(ids[name] for name in quoting if name in ids)


def refuse_unknown_suffix(out: Path) -> None:
    """Whether a report of agreement can be written under this name: asked before counting.

    Raises:
        UnknownSuffix: when it cannot.
    """
    if _writer(out) is None and report_format(out.suffix) is None:
        known = [one.suffix for one in REPORTS] + list(PLAIN)[::-1]
        listed = _("{first} or {last}").format(first=", ".join(known[:-1]), last=known[-1])
        raise UnknownSuffix(out.name, listed)


def write_agreement(
    report: AgreementReport, out: Path, occasion: Occasion, more: tuple[Table, ...] = ()
) -> None:
    """Write the report in the format that the name of `out` ends in, with `more` tables.

    Raises:
        UnknownSuffix, NotWritten: as it says.
    """
    refuse_unknown_suffix(out)
    plain, chosen = _writer(out), report_format(out.suffix)
    if plain is not None:
        plain(report, out, occasion.settling)
    elif chosen is not None:
        write_report(paper(report, occasion, more), out, chosen)


def _json(report: AgreementReport, out: Path, settling: Settling | None) -> None:
    write_plain_json(out, report_json(report, settling))


def _ratings(report: AgreementReport, out: Path, _settling: Settling | None) -> None:
    write_plain_csv(out, ratings(report), rating_columns(report))


def _annotations(report: AgreementReport, out: Path, _settling: Settling | None) -> None:
    write_plain_csv(out, annotations(report))


Writer = Callable[[AgreementReport, Path, Settling | None], None]

PLAIN: dict[str, Writer] = {".pygamma.csv": _annotations, ".csv": _ratings, ".json": _json}
"""What is written for programs, by the end of the name; a longer end comes before a shorter."""


def _writer(out: Path) -> Writer | None:
    name = out.name.casefold()
    return next((write for end, write in PLAIN.items() if name.endswith(end)), None)
