"""How a coded transcript looks as a web page: words, stripes and names in the program's colours."""

from qualcoder_nhs.domain.palette import family
from qualcoder_nhs.exporters.html_look import STYLE

_OWN = """
main { max-width: 76rem; }
header { max-width: 44rem; margin-bottom: 2.5rem; }
.talk { display: grid; column-gap: 0; align-items: start; }
.talk > p { grid-column: 2; margin: 0; padding: .3rem 1.5rem .3rem 0; white-space: pre-wrap;
  overflow-wrap: anywhere; font: 1.0625rem/1.6 Charter, "Sitka Text", "Iowan Old Style",
  "Noto Serif", Georgia, serif; }
.turn { grid-column: 1; padding-top: .55rem; text-indent: 0; color: var(--ink3);
  font-size: .8rem; font-variant-numeric: tabular-nums; }
.label { font: 600 .9em system-ui, "Segoe UI", "Noto Sans", sans-serif; }
.time { color: var(--ink3); font-size: .85em; font-variant-numeric: tabular-nums; }
mark { color: inherit; background: var(--tint); border-radius: 2px; }
mark.several { box-shadow: 0 2px 0 var(--stripe); }
.stripe { align-self: stretch; width: 5px; margin: 3px 0; border-radius: 3px;
  background: var(--stripe); }
.names { padding: .4rem 0 .2rem .75rem; font-size: .85rem; line-height: 1.35; }
.names > div { padding-left: .6rem; border-left: 3px solid var(--stripe); margin-bottom: .25rem; }
.names a { color: var(--ink); }
.names b { font-weight: 600; }
.coder { color: var(--ink3); }
.names small { display: block; color: var(--ink2); font-size: .8rem; }
:target ~ mark, i:target + mark { outline: 2px solid var(--accent); outline-offset: 1px; }
@media print { main { max-width: none; } .talk > p { font-size: 10pt; }
  mark, .stripe, .names > div { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""


def style() -> str:
    """What every such page has."""
    return STYLE + _OWN


def layout_style(lanes: int) -> str:
    """The columns: number of the turn, words, a lane for each stripe side by side, names."""
    stripes = f"repeat({lanes}, 9px)" if lanes else ""
    return (
        f".talk {{ grid-template-columns: 3.25rem minmax(0, 1fr) {stripes} 15rem; }}\n"
        f".names {{ grid-column: {lanes + 3}; }}\n"
    )


def family_style(number: int, colour: str | None) -> str:
    """The colours of one family, on light paper and on dark."""
    one = family(number, colour)
    light = f"--stripe: {one.stripe_light}; --tint: {one.tint_light}"
    dark = f"--stripe: {one.stripe_dark}; --tint: {one.tint_dark}"
    dark_only = "@media (prefers-color-scheme: dark)"
    return f".f{number} {{ {light}; }}\n{dark_only} {{ .f{number} {{ {dark}; }} }}\n"
