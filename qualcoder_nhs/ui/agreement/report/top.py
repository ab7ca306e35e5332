"""The top of the report: its finding in a sentence, and the ways out; and the small print below."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal

from qualcoder_nhs.analysis.agreement.report import AgreementReport
from qualcoder_nhs.analysis.agreement_paper.verdict import verdict
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.ui.agreement.report.leaving import CHARTS, REPORT_FILES
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.key_button import MenuButton


class Leave(MenuButton):
    """`report_wanted` bears a suffix and the name of its kind, `chart_wanted` a chart's id."""

    report_wanted = Signal(str, str)
    chart_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Export"))
        for words, suffix, kind in REPORT_FILES:
            self._offer(words, partial(self.report_wanted.emit, suffix, _(kind)))
        self.choices.addSeparator()
        for chart in CHARTS:
            self._offer(chart.words, partial(self.chart_wanted.emit, chart.id))

    def _offer(self, words: str, tell: Callable[[], None]) -> None:
        self.choices.addAction(_(words)).triggered.connect(lambda _on=False: tell())


def headline_words(report: AgreementReport) -> str:
    """The finding."""
    said = report.comparison.headline
    return " ".join(_(part) for part in (said.words, said.detail) if part)


def foot_words(report: AgreementReport) -> str:
    """What was compared and how intervals came about, in small print."""
    plan, compared = report.material.plan, report.comparison.cut
    coders = ", ".join(plan.coders)
    count = ngettext("{n} transcript", "{n} transcripts", len(compared.continua))
    said = sum(one.length for one in compared.continua)
    parts = [
        _("{coders} on {transcripts}, {n} characters of talk.").format(
            coders=coders, transcripts=count, n=f"{said:,}"
        )
    ]
    if said_of_criterion := verdict(report):
        parts.append(said_of_criterion)
    if plan.replicates:
        parts.append(_interval_words(report))
    if report.left_out:
        out = len(report.left_out)
        left = ngettext("{n} entry is left out", "{n} entries are left out", out)
        parts.append(_("{what}, see Method.").format(what=left))
    return " ".join(parts)


def _interval_words(report: AgreementReport) -> str:
    plan = report.material.plan
    words = _("{n} resamples of whole transcripts; seed {seed}.")
    if report.comparison.counted.by_turn:
        words = _(
            "{n} resamples of turns, because there are fewer than 8 transcripts; seed {seed}."
        )
    return words.format(n=f"{plan.replicates:,}", seed=plan.seed)
