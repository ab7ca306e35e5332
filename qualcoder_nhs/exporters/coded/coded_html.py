"""A coded transcript as one web page with stripes in the margin: nothing to load, nothing runs."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from qualcoder_nhs.domain.coded_transcript import CodedTranscript, Mark
from qualcoder_nhs.domain.lanes import Bar, pack
from qualcoder_nhs.exporters.coded.coded_format import (
    CodedFormat,
    closing,
    counts,
    details,
    remarks,
)
from qualcoder_nhs.exporters.coded.coded_html_look import family_style, layout_style, style
from qualcoder_nhs.exporters.coded.coded_pieces import Cutter, Part, Piece
from qualcoder_nhs.exporters.legible import Legible
from qualcoder_nhs.i18n import N_

# No script, picture or font may be loaded, not even by a page that somebody changed.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write(coded: CodedTranscript, path: Path) -> None:
    """Write the page: a row a line, with its words, the stripes beside it, and their names."""
    legible = Legible()
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{legible(line)}\n" for line in _page(coded))
        file.write(f'<footer><p class="closing">{escape(closing(legible.replaced))}</p></footer>')
        file.write("</main></body></html>\n")


def _page(coded: CodedTranscript) -> Iterator[str]:
    rows = list(Cutter(coded).rows())
    bars = _bars(coded.marks, [pieces for _line, pieces in rows])
    lanes = pack(bars)
    yield from _head(coded, max(lanes, default=-1) + 1)
    yield f'<p class="overview">{escape(counts(coded))}</p></header>'
    yield '<div class="talk">'
    names = _names(coded.marks, bars)
    for number, (line, pieces) in enumerate(rows):
        turn = f"t.{line.begins.index}" if line.begins else ""
        yield f'<span class="turn" style="grid-row:{number + 1}">{turn}</span>'
        words = "".join(_piece(piece, coded.marks) for piece in pieces)
        yield f'<p dir="auto" style="grid-row:{number + 1}">{words}</p>'
        yield from names.get(number, ())
    for number, (mark, bar, lane) in enumerate(zip(coded.marks, bars, lanes, strict=True)):
        yield _stripe(number, mark, bar, lane)
    yield "</div>"


def _head(coded: CodedTranscript, lanes: int) -> Iterator[str]:
    families = {mark.family: mark.colour for mark in coded.marks}
    own = (family_style(number, colour) for number, colour in sorted(families.items()))
    look = style() + layout_style(lanes) + "".join(own)
    yield '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{escape(coded.name)}: {escape(coded.study)}</title>"
    yield f"<style>{look}</style></head><body><main>"
    yield f'<header><h1>{escape(coded.name)}</h1><p class="subtitle">{escape(coded.study)}</p><dl>'
    for name, value in details(coded)[1:]:
        yield f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>"
    yield "</dl>"


def _bars(marks: Sequence[Mark], rows: Sequence[Sequence[Piece]]) -> list[Bar]:
    """From which row to before which each mark reaches."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for number, pieces in enumerate(rows):
        for at in (at for piece in pieces for at in piece.marks):
            first.setdefault(at, number)
            last[at] = number
    return [Bar(first[at], last[at] + 1) for at in range(len(marks))]


def _names(marks: Sequence[Mark], bars: Sequence[Bar]) -> dict[int, list[str]]:
    """The names that stand beside each row: of the marks that begin there."""
    beginning: dict[int, list[str]] = defaultdict(list)
    for number, (mark, bar) in enumerate(zip(marks, bars, strict=True)):
        told = f'<b>{escape(mark.code)}</b> <span class="coder">{escape(mark.initials)}</span>'
        more = "".join(f"<small>{escape(words)}</small>" for words in remarks(mark))
        link = f'<a href="#m{number}" title="{escape(mark.path)}">{told}</a>'
        beginning[bar.start].append(f'<div class="f{mark.family}">{link}{more}</div>')
    return {
        row: [f'<div class="names" style="grid-row:{row + 1}">', *told, "</div>"]
        for row, told in beginning.items()
    }


def _stripe(number: int, mark: Mark, bar: Bar, lane: int) -> str:
    title = escape(f"{mark.path} · {mark.coder}")
    place = f"grid-row:{bar.start + 1}/{bar.end + 1};grid-column:{lane + 3}"
    return (
        f'<a class="stripe f{mark.family}" href="#m{number}" title="{title}"'
        f' aria-hidden="true" tabindex="-1" style="{place}"></a>'
    )


def _piece(piece: Piece, marks: Sequence[Mark]) -> str:
    """Coded words are tinted as the shortest coding on them; all are named when pointed at."""
    words = escape(piece.text)
    anchors = "".join(f'<i id="m{at}"></i>' for at in piece.opens)
    if piece.marks and piece.text:
        nearest = min(piece.marks, key=lambda at: len(marks[at].span))
        named = escape("\n".join(f"{marks[at].path} · {marks[at].coder}" for at in piece.marks))
        several = " several" if len(piece.marks) > 1 else ""
        words = f'<mark class="f{marks[nearest].family}{several}" title="{named}">{words}</mark>'
    if piece.part in (Part.LABEL, Part.TIME):
        words = f'<span class="{piece.part}">{words}</span>'
    return anchors + words


FORMAT = CodedFormat(id="html", name=N_("Web page with stripes"), suffix=".html", write=write)
