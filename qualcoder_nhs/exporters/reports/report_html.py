"""A report as one web page: nothing to load, nothing that runs, light and dark, good on paper."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from qualcoder_nhs.domain.report import Prose, Report, Table
from qualcoder_nhs.exporters.html_look import STYLE
from qualcoder_nhs.exporters.legible import Legible
from qualcoder_nhs.exporters.reports.report_cells import Printed, right
from qualcoder_nhs.exporters.reports.report_format import ReportFormat
from qualcoder_nhs.i18n import N_, _

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_TABLES = """
main.report { max-width: 60rem; }
.headline { font-size: 1.25rem; margin: 2.5rem 0 .5rem; }
.scroll { overflow-x: auto; }
td { white-space: pre-line; }
table { border-collapse: collapse; width: 100%; font-size: .875rem;
  font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0;
  border-bottom: 1px solid var(--line); }
th { color: var(--ink3); font-weight: 600; }
td.right, th.right { text-align: right; }
.note { color: var(--ink3); font-size: .8125rem; margin-top: .5rem; }
"""


def write(report: Report, path: Path) -> None:
    """Write the page."""
    legible = Legible()
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{legible(line)}\n" for line in _page(report))


def _page(report: Report) -> Iterator[str]:
    title = escape(f"{report.title}: {report.subtitle}")
    yield '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{title}</title><style>{STYLE}{_TABLES}</style></head>"
    yield '<body><main class="report">'
    yield from _front(report)
    for table in report.tables:
        if not table.appendix:
            yield from _table(table)
    for prose in report.prose:
        yield from _prose(prose)
    yield from _prose(Prose(_("Notes"), report.notes))
    closing = escape(f"{report.subtitle}, {report.made:%Y-%m-%d}")
    yield f'<footer><p class="closing">{closing}</p></footer>'
    yield "</main></body></html>"


def _front(report: Report) -> Iterator[str]:
    yield f"<header><h1>{escape(report.title)}</h1>"
    yield f'<p class="subtitle">{escape(report.subtitle)}</p>'
    yield f"<h2>{escape(_('Method'))}</h2><dl>"
    for name, value in report.facts:
        yield f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>"
    yield f'</dl><p class="headline">{escape(report.headline)}</p>'
    yield from (f"<p>{escape(said)}</p>" for said in report.details)
    yield "</header>"


def _table(table: Table) -> Iterator[str]:
    shown = Printed(table)
    sides = [' class="right"' if right(column) else "" for column in table.columns]
    yield f'<section><h2>{escape(table.title)}</h2><div class="scroll"><table><thead><tr>'
    for column, side in zip(table.columns, sides, strict=True):
        told = f' title="{escape(column.formula)}"' if column.formula else ""
        yield f'<th scope="col"{side}{told}>{escape(column.title)}</th>'
    yield "</tr></thead><tbody>"
    for at, row in enumerate(shown.rows):
        deep = table.depths[at] if table.depths else 0
        cells = "".join(
            _cell(words, side, deep if not place else 0)
            for place, (words, side) in enumerate(zip(row, sides, strict=True))
        )
        yield f"<tr>{cells}</tr>"
    yield "</tbody></table></div>"
    if shown.note:
        yield f'<p class="note">{escape(shown.note)}</p>'
    yield "</section>"


def _cell(words: str, side: str, depth: int) -> str:
    moved = f' style="padding-left:{depth}rem"' if depth else ""
    return f"<td{side}{moved}>{escape(words)}</td>"


def _prose(prose: Prose) -> Iterator[str]:
    if not (prose.paragraphs or prose.points):
        return
    yield f"<section><h2>{escape(prose.title)}</h2>"
    yield from (f"<p>{escape(paragraph)}</p>" for paragraph in prose.paragraphs)
    for question, answer in prose.points:
        yield f"<h4>{escape(question)}</h4><p>{escape(answer)}</p>"
    yield "</section>"


FORMAT = ReportFormat(id="html", name=N_("Web page"), suffix=".html", write=write)
