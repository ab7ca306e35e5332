"""The method box, the paragraph for the paper, and the answers that COREQ asks for."""

from dataclasses import dataclass
from functools import cached_property

from qualcoder_nhs.analysis.agreement.comparison import CHARACTER
from qualcoder_nhs.analysis.agreement.figure import Figure
from qualcoder_nhs.analysis.agreement.report import AgreementReport
from qualcoder_nhs.analysis.agreement.settled import Settling
from qualcoder_nhs.analysis.agreement_paper.numbers import (
    bare,
    carried,
    listed,
    percent,
    said,
    threshold,
)
from qualcoder_nhs.analysis.agreement_paper.settling_tables import settling_words
from qualcoder_nhs.analysis.agreement_paper.verdict import measured
from qualcoder_nhs.domain.report import Prose
from qualcoder_nhs.i18n import N_, _, ngettext

UNITS = {
    CHARACTER: N_("characters of what was said (no unit has to be chosen, nothing is rounded)"),
    "sentence": N_("sentences; one carries a code where {rule}"),
    "turn": N_("speaker turns; one carries a code where {rule}"),
}
COEFFICIENT = N_(
    "Krippendorff’s alpha (nominal) for each code: it takes any number of coders and missing "
    "transcripts and corrects for chance. Beside it positive agreement (Dice), Cohen’s kappa for "
    "each pair and the raw cells; for all codes together the unitizing coefficients |u-alpha (the "
    "same passages?) and cu-alpha (the same codes there?)"
)
COEFFICIENT_OF_UNITS = N_(
    "Krippendorff’s alpha (nominal) for each code: it takes any number of coders and missing "
    "transcripts and corrects for chance. Beside it positive agreement (Dice), Cohen’s kappa for "
    "each pair and the raw cells; for all codes together alpha over sets of codes (MASI)"
)


@dataclass(frozen=True)
class Method:
    """How one comparison was made, in words; `program` is its name and version.

    `settling` is how its disagreements were settled, where any were and it is known.
    """

    report: AgreementReport
    program: str
    settling: Settling | None = None

    def facts(self) -> tuple[tuple[str, str], ...]:
        """The method box."""
        plan, about = self.report.material.plan, self.report.about
        coefficient = COEFFICIENT if plan.unit == CHARACTER else COEFFICIENT_OF_UNITS
        told = (
            (_("Coders"), self.coders),
            (_("Double-coded"), self._double_coded),
            (_("Chosen"), self._chosen),
            (_("Independence"), self._independence),
            (_("Codebook"), self.codebook),
            (_("Counted by"), _(UNITS[plan.unit]).format(rule=carried(plan.carries))),
            (_("Talk counted"), self._talk),
            (_("Coefficient"), f"{_(coefficient)}."),
            (_("Interval"), self._interval),
            (_("Criterion"), self._criterion),
            (_("Left out"), self._left_out),
            (_("Study"), about.study),
            (_("Program"), self.program),
        )
        return tuple((name, value) for name, value in told if value)

    @cached_property
    def _readers(self) -> int:
        return len(self.report.comparison.cut.continua)

    @cached_property
    def _compared(self) -> int:
        return sum(one.length for one in self.report.comparison.cut.continua)

    @property
    def coders(self) -> str:
        """How many, and who."""
        coders = self.report.material.plan.coders
        return f"{len(coders)}: {listed(coders)}"

    @property
    def _double_coded(self) -> str:
        corpus = self.report.about.corpus
        return _("{n} of {all} transcripts, {some} of {characters} characters ({share})").format(
            n=self._readers,
            all=len(corpus),
            some=f"{self._compared:,}",
            characters=f"{sum(corpus.values()):,}",
            share=percent(self._compared, sum(corpus.values())),
        )

    @property
    def _chosen(self) -> str:
        one = self.report.about.round
        if one is None:
            return _("transcripts that the coders finished in the layer “{layer}”").format(
                layer=self.report.about.layer
            )
        if one.sample is None:
            return _("whole transcripts, named when the round began")
        return _("{share} of participants’ turns of each transcript, drawn by seed {seed}").format(
            share=f"{one.sample.share:.0%}", seed=one.sample.seed
        )

    @property
    def _independence(self) -> str:
        one = self.report.about.round
        if one is None:
            return _("not enforced: everybody could see everybody’s codings")
        if one.blind:
            return _("round “{name}”, blind until it was opened").format(name=one.name)
        return _("round “{name}”, open: not enforced").format(name=one.name)

    @property
    def codebook(self) -> str:
        """Which version of it, and how many of its codes are compared."""
        plan, version = self.report.material.plan, self.report.about.version
        which = _("version {n}").format(n=version) if version else _("as of today, not frozen")
        codes = ngettext("{n} code compared", "{n} codes compared", len(plan.codes))
        return f"{which}, {codes}"

    @property
    def _talk(self) -> str:
        about = self.report.about
        who = (
            _("moderators included")
            if about.moderator
            else _("moderators and note-takers left out")
        )
        blanks = _("white space included") if about.blanks else _("white space left out")
        words = _("{who}, {blanks}; labels and time marks are no part of it").format(
            who=who, blanks=blanks
        )
        joined = _("passages of one code that abut are one")
        return f"{words}; {joined}" if self.report.material.plan.joined else words

    @property
    def _interval(self) -> str:
        plan = self.report.material.plan
        if not plan.replicates:
            return _("none was asked for")
        what = _("speaker turns, there being fewer than eight transcripts")
        if not self.report.comparison.counted.by_turn:
            what = _("whole transcripts")
        return _("95 % percentile bootstrap over {what}, {n} resamples, seed {seed}").format(
            what=what, n=f"{plan.replicates:,}", seed=plan.seed
        )

    @property
    def _criterion(self) -> str:
        one = self.report.about.round
        if one is None:
            return ""
        if one.criterion is None:
            return _("none was set")
        return _("{measure} of at least {value}, set before the round").format(
            measure=measured(one.criterion),
            value=threshold(one.criterion.at_least),
        )

    @property
    def _left_out(self) -> str:
        count = len(self.report.left_out)
        if not count:
            return _("nothing")
        return ngettext("{n} entry, listed below", "{n} entries, listed below", count)

    def paragraph(self) -> Prose:
        """The Methods paragraph, with the numbers in it."""
        sentences = (self._who_coded, self._how_counted, self._what_came)
        counted = " ".join(each() for each in sentences)
        settled = (settling_words(self.settling),) if self.settling else ()
        return Prose(_("For the Methods section"), (counted, *settled))

    def _who_coded(self) -> str:
        version = self.report.about.version
        return _(
            "{coders} coded {transcripts} ({share} of the characters {who} said) "
            "{apart} with {codebook}."
        ).format(
            coders=self._coders_in_words,
            transcripts=_("{n} of {all} transcripts").format(
                n=self._readers, all=len(self.report.about.corpus)
            ),
            share=percent(self._compared, sum(self.report.about.corpus.values())),
            who=_("anybody") if self.report.about.moderator else _("participants"),
            apart=_("apart from each other")
            if self._blind
            else _("without being kept apart by the program"),
            codebook=_("version {n} of the codebook ({codes} codes)").format(
                n=version, codes=len(self.report.material.plan.codes)
            )
            if version
            else _("the codebook of {codes} codes").format(
                codes=len(self.report.material.plan.codes)
            ),
        )

    @property
    def _blind(self) -> bool:
        one = self.report.about.round
        return one is not None and one.blind

    @property
    def _coders_in_words(self) -> str:
        coders = self.report.material.plan.coders
        numbers = {2: _("Two"), 3: _("Three"), 4: _("Four"), 5: _("Five"), 6: _("Six")}
        count = numbers.get(len(coders), str(len(coders)))
        return _("{count} coders ({names})").format(count=count, names=listed(coders))

    def _how_counted(self) -> str:
        plan = self.report.material.plan
        words = _(
            "Agreement was counted on {unit} with Krippendorff’s alpha for nominal data, code by "
            "code, because it corrects for chance and takes any number of coders and missing "
            "transcripts"
        ).format(unit=_(plan.unit) + "s")
        if plan.unit == CHARACTER:
            words += _(
                ", and with the unitizing coefficients of Krippendorff et al. (2016) over all "
                "codes: |u-alpha for whether coders marked the same passages and cu-alpha for "
                "whether they gave these the same codes"
            )
        else:
            words += _("; a {unit} had a code where {rule}").format(
                unit=_(plan.unit), rule=carried(plan.carries)
            )
        if plan.replicates:
            words += _("; intervals are {interval}").format(interval=self._interval)
        return f"{words}."

    def _what_came(self) -> str:
        overall = self.report.comparison.overall
        named: list[tuple[str, Figure]] = [
            ("|u-alpha", overall.unitized.bar_u_alpha),
            ("cu-alpha", overall.unitized.cu_alpha),
        ]
        if self.report.material.plan.unit != CHARACTER:
            named = [("MASI-alpha", overall.sets.masi)]
        first = ", ".join(
            _("{name} was {value}").format(name=name, value=said(figure)) for name, figure in named
        )
        return _("{first}. {alphas} The figures were computed with {program}.").format(
            first=first[0].upper() + first[1:], alphas=self._alphas(), program=self.program
        )

    def _alphas(self) -> str:
        codes = self.report.comparison.codes
        values = [self.report.alpha(one.code).value for one in codes]
        defined = sorted(value for value in values if value is not None)
        if not defined:
            return _("Alpha was undefined for every code.")
        mean = self.report.comparison.overall.figures.mean_alpha
        return _(
            "The mean of alpha over the {n} codes in which it is defined was {mean}; it ranged "
            "from {least} to {most} and was undefined for {undefined} of {all}."
        ).format(
            n=len(defined),
            mean=said(mean),
            least=bare(defined[0]),
            most=bare(defined[-1]),
            undefined=len(values) - len(defined),
            all=len(values),
        )
