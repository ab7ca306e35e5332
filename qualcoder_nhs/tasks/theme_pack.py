"""Theme packs out of a study: made, looked at, written, and noted with their hash."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from qualcoder_nhs.analysis.agreement.figure import Figure
from qualcoder_nhs.analysis.agreement.report import AgreementReport
from qualcoder_nhs.analysis.undisturbed import undisturbed
from qualcoder_nhs.domain.errors import Refusal
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.rounds import Round
from qualcoder_nhs.domain.study import Stance
from qualcoder_nhs.domain.theme_pack import CodeAgreement, ThemePack, ThemePackWish
from qualcoder_nhs.exporters.reports.report_cells import number
from qualcoder_nhs.exporters.theme_packs.theme_pack_formats import refuse_no_pack_format, write_pack
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.agreement import AgreementWish
from qualcoder_nhs.queries.crowd import refuse_template
from qualcoder_nhs.queries.theme_pack import theme_pack
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.agreement import CompareCoders
from qualcoder_nhs.tasks.exported import Exported, note
from qualcoder_nhs.tasks.task import Progress

_RESAMPLES = 200
"""Enough to show an interval; the agreement report draws more."""


@dataclass
class MakePack:
    """Put a theme pack together, with the agreement of the last round where there was one."""

    wish: ThemePackWish
    agreement: bool = True
    title: str = field(default_factory=lambda: _("Theme pack"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> ThemePack:
        """The pack, as this coder may see it.

        Raises:
            NoSuch: when a theme that is wished for is not there.
        """
        progress(0, 2, _("Reading the themes"))
        name = study.ask(Reader.coder, coder).name
        with undisturbed():
            pack = study.ask_as(coder, theme_pack, self.wish, name)
        if not self.agreement or pack.audit is None:
            return pack
        progress(1, 2, _("Comparing the coders"))
        return _with_agreement(study, coder, pack, progress)


@dataclass
class WritePack:
    """Write a theme pack, and note in the study that it left."""

    wish: ThemePackWish
    out: Path
    title: str = field(default_factory=lambda: _("Export theme pack"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> str:
        """Write it; a sentence that says what is in it and what is not.

        Raises:
            UnknownSuffix, NotWritten, NoSuch: nothing is left of the file then.
        """
        exported = self.write(study, coder, progress)
        if study.writable:
            note(study, coder, "themes", self.out, exported)
        return exported.words

    def write(self, study: Study, coder: CoderId, progress: Progress) -> Exported:
        """Write it, and leave the noting to whoever holds the study open.

        Raises:
            UnknownSuffix, NotWritten, NoSuch: nothing is left of the file then.
            NotAChoice, AttributesNobody: when the template asks for what is not known, or nothing.
        """
        refuse_no_pack_format(self.out)
        study.ask(refuse_template, self.wish.template)
        pack = MakePack(self.wish).run(study, coder, progress)
        write_pack(pack, self.out)
        return Exported(told(pack, self.out.name), pack.transcripts)


def told(pack: ThemePack, name: str) -> str:
    """What is in a pack and what is not, in a sentence or two."""
    excerpts = ngettext("{n} excerpt", "{n} excerpts", pack.excerpts)
    themes = ngettext("{n} theme", "{n} themes", len(pack.themes))
    words = _("{excerpts} of {themes} exported to {name}; export no. {number}.")
    said = [words.format(excerpts=excerpts, themes=themes, name=name, number=pack.number)]
    missing = len(pack.spared) + sum(one.count for one in pack.left_out)
    if missing:
        said.append(
            ngettext(
                "{n} is left out and listed in it.", "{n} are left out and listed in it.", missing
            )
        )
    if pack.widened:
        widened = ngettext(
            "{n} description is widened.", "{n} descriptions are widened.", len(pack.widened)
        )
        said.append(widened)
    return " ".join(said)


# ── agreement ────────────────────────────────────────────────────────────────────────────────


def _with_agreement(study: Study, coder: CoderId, pack: ThemePack, progress: Progress) -> ThemePack:
    """With figures of the last round that ended. A team that does without them gets none."""
    done = _last_round(study)
    if done is None or pack.audit is None or study.ask(Reader.study).stance is Stance.REFLEXIVE:
        return pack
    wish = AgreementWish(round=done.name, replicates=_RESAMPLES)
    try:
        report = CompareCoders(wish).run(study, coder, progress)
    except Refusal:  # too few coders, or nothing in common: then there is nothing to tell
        return pack
    found = tuple(_by_code(report, pack))
    return replace(pack, audit=replace(pack.audit, of_round=done.name, agreement=found))


def _last_round(study: Study) -> Round | None:
    ended = [one for one in study.ask(Reader.rounds) if one.ended and len(one.coders) > 1]
    return ended[-1] if ended else None


def _by_code(report: AgreementReport, pack: ThemePack) -> Iterator[CodeAgreement]:
    used = {one.code.slug: one.code.name for one in pack.codebook}
    for each in report.comparison.codes:
        if each.code in used:
            figures = each.own.figures
            passages = " + ".join(str(n) for n in figures.applications.values())
            alpha = _figure(figures.figures["alpha"])
            yield CodeAgreement(f"{used[each.code]} ({each.code})", alpha, passages)


def _figure(figure: Figure) -> str:
    if figure.value is None:
        return _("n/a")
    if figure.low is None or figure.high is None:
        return number(figure.value)
    return f"{number(figure.value)} [{number(figure.low)}, {number(figure.high)}]"
