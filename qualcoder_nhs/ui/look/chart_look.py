"""The colours that charts take from the window's theme."""

from qualcoder_nhs.domain.chart import DARK, LIGHT, ChartColours
from qualcoder_nhs.ui.look.theme import Theme


def chart_look(theme: Theme) -> ChartColours:
    """The colours of the theme; in high contrast bars are of ink."""
    tokens = theme.tokens
    fill = (DARK if tokens.dark else LIGHT).fill
    return ChartColours(
        paper=tokens.paper,
        ink=tokens.ink,
        quiet=tokens.ink3,
        line=tokens.line,
        fill=tokens.ink if tokens.high_contrast else fill,
        warn=tokens.ink if tokens.high_contrast else tokens.warn,
        dark=tokens.dark,
    )
