"""A hand-out as slides: of each theme its claim with a chart to edit, and its quotes."""

from pathlib import Path
from typing import Any

from qualcoder_nhs.domain.theme_pack import PackExcerpt, PackTheme, ThemePack
from qualcoder_nhs.exporters.handouts.handout_script import (
    handout_script,
    method_words,
    quote_words,
    quotes,
    spread_words,
)
from qualcoder_nhs.exporters.legible import Legible
from qualcoder_nhs.exporters.word.word_looks import INK, SANS, SECOND, SERIF, THIRD
from qualcoder_nhs.i18n import N_, _

SUFFIX, NAME = ".pptx", N_("PowerPoint slides")
_WIDE, _HIGH, _EDGE = 33.87, 19.05, 1.9
"""Centimetres of a slide, and from its edge to what stands on it."""
_TITLE_ONLY = 5
_FILL = "1F4FA8"


def write(pack: ThemePack, path: Path) -> None:
    """Write the slides: real titles, real text, charts with their numbers."""
    _Slides(pack).deck.save(str(path))


class _Slides:
    """The slides while they are made."""

    def __init__(self, pack: ThemePack) -> None:
        from pptx import Presentation  # noqa: PLC0415  (a moment, when slides are written)
        from pptx.util import Cm  # noqa: PLC0415

        self._pack, self._legible, self._cm = pack, Legible(), Cm
        self.deck = Presentation()
        self.deck.slide_width, self.deck.slide_height = Cm(_WIDE), Cm(_HIGH)
        script = handout_script(pack)
        told = self.deck.core_properties
        told.title, told.author = script.title[:255], script.author[:255]
        first = self._slide(script.title, size=40, top=6)
        self._words(first, script.subtitle, top=9.4, size=22, ink=SECOND)
        facts = " · ".join(f"{name}: {value}" for name, value in script.facts)
        self._words(first, facts, top=11, size=16, ink=THIRD)
        for theme in pack.themes:
            self._claim(theme)
            self._quotes(theme)
        last = self._slide(_("How this was done"))
        self._words(last, "\n".join(method_words(pack)), top=4.5, size=20)

    def _claim(self, theme: PackTheme) -> None:
        slide = self._slide(theme.name)
        said = theme.statement.text if theme.statement else ""
        self._words(slide, said, top=4, size=20, width=13.5, font=SERIF, height=12)
        spoken = [line for line in theme.lines if not line.event]
        if spoken:
            self._chart(slide, theme)
        self._words(slide, spread_words(theme), top=17, size=14, ink=SECOND)

    def _chart(self, slide: Any, theme: PackTheme) -> None:
        """Bars of how many participants say it, each with its number; the axis ends at all."""
        from pptx.chart.data import CategoryChartData  # noqa: PLC0415  (see above)
        from pptx.enum.chart import XL_CHART_TYPE  # noqa: PLC0415

        spoken = [line for line in reversed(theme.lines) if not line.event]
        data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
        data.categories = [self._legible(line.code.name) for line in spoken]
        whole = theme.whole.participants_of
        title = _("Participants, of {n} present").format(n=whole)
        data.add_series(title, [len(line.count.participants) for line in spoken])
        place = (self._cm(each) for each in (16.6, 3.8, 15.4, 12.6))
        chart: Any = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *place, data).chart
        _dress_chart(chart, title, whole)

    def _quotes(self, theme: PackTheme) -> None:
        slide = self._slide(_("{theme}: in their words").format(theme=theme.name))
        told = [(one, "") for one in quotes(theme)]
        told += [(one, _("Against the grain: ")) for one in quotes(theme, against=True)]
        if not told:
            self._words(slide, _("Nothing is chosen yet."), top=4.5, size=20)
            return
        share = (_HIGH - 5) / len(told)
        size = 18 if sum(len(quote_words(one)) for one, _before in told) < _FULL else 15
        for at, (one, before) in enumerate(told):
            self._quote(slide, one, before, (3.9 + at * share, share, size))

    def _quote(
        self, slide: Any, one: PackExcerpt, before: str, place: tuple[float, float, int]
    ) -> None:
        top, height, size = place
        source = one.attribution or f"({_('participant')})"
        words = f"“{quote_words(one)}”\n{before}{source}"
        frame = self._words(slide, words, top=top, size=size, font=SERIF, height=height)
        _dress(frame.paragraphs[-1], SANS, size - 4, SECOND)

    # ── parts of a slide ─────────────────────────────────────────────────────────────────────

    def _slide(self, title: str, *, size: int = 30, top: float = 1.2) -> Any:
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[_TITLE_ONLY])
        head = slide.shapes.title
        head.left, head.top = self._cm(_EDGE), self._cm(top)
        head.width, head.height = self._cm(_WIDE - 2 * _EDGE), self._cm(2.4)
        head.text_frame.text = self._legible(title)
        head.text_frame.word_wrap = True
        for paragraph in head.text_frame.paragraphs:
            _dress(paragraph, SANS, size, INK, bold=True)
        return slide

    def _words(
        self,
        slide: Any,
        words: str,
        *,
        top: float,
        size: int,
        ink: str = INK,
        font: str = SANS,
        width: float = _WIDE - 2 * _EDGE,
        height: float = 1.6,
    ) -> Any:
        place = (self._cm(each) for each in (_EDGE, top, width, height))
        frame = slide.shapes.add_textbox(*place).text_frame
        frame.word_wrap = True
        frame.text = self._legible(words)
        for paragraph in frame.paragraphs:
            _dress(paragraph, font, size, ink)
        return frame


_FULL = 900
"""Letters from which on quotes are set smaller, so that all of them stand on the slide."""


def _dress(paragraph: Any, font: str, size: int, ink: str, *, bold: bool = False) -> None:
    from pptx.dml.color import RGBColor  # noqa: PLC0415  (see above)
    from pptx.enum.text import PP_ALIGN  # noqa: PLC0415
    from pptx.util import Pt  # noqa: PLC0415

    colour: Any = RGBColor  # a class that its library gives no types
    paragraph.alignment = PP_ALIGN.LEFT
    paragraph.space_after = Pt(size / 4)
    for run in paragraph.runs:
        run.font.name, run.font.size, run.font.bold = font, Pt(size), bold
        run.font.color.rgb = colour(*bytes.fromhex(ink))


def _dress_chart(chart: Any, title: str, whole: int) -> None:
    from pptx.dml.color import RGBColor  # noqa: PLC0415  (see above)
    from pptx.util import Pt  # noqa: PLC0415

    colour: Any = RGBColor
    chart.has_legend, chart.has_title = False, True
    chart.chart_title.text_frame.text = title
    _dress(chart.chart_title.text_frame.paragraphs[0], SANS, 14, SECOND)
    chart.font.size, chart.font.name = Pt(14), SANS
    values = chart.value_axis
    values.minimum_scale, values.maximum_scale = 0, max(1, whole)
    values.has_major_gridlines, values.visible = False, False
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = 60, True
    plot.data_labels.font.size = Pt(14)
    fill = plot.series[0].format.fill
    fill.solid()
    fill.fore_color.rgb = colour(*bytes.fromhex(_FILL))
