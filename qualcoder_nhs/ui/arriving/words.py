"""The words of the page on which a study comes in: as a text that can be read, and copied."""

from collections.abc import Iterable, Sequence
from html import escape

from qualcoder_nhs.domain.foreign import KIND_WORDS, ForeignStudy, Noted, Placing, TableRow
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.taking.account import Account
from qualcoder_nhs.domain.taking.telling import (
    came_in,
    item_line,
    placing_line,
    placing_lines,
    table_lines,
)
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.tasks.import_report import StudyImported

MOST = 500
"""So many single things are listed on the page; a copy of the report has all of them."""

_AROUND, _LONGEST = 40, 160
"""So much is shown of a coding, and of what stands around it."""

_CELL = '<td align="{align}" style="padding: 3px 14px 3px 0">{words}</td>'


def plan_html(study: ForeignStudy) -> str:
    """What a file holds, what of it cannot come in, and where its codings are going to lie."""
    account = Account(study)
    if not any(row.in_file for row in account.rows()):
        return f"<p>{escape(_('There is nothing in the file.'))}</p>"
    texts = {one.key: one.name for one in study.texts}
    placings = [(texts[one.text], one) for one in study.placings]
    return "".join(
        (
            _heading(_("In the file")),
            _table(account.rows(), _("can come in")),
            _placings(placings),
            _examples(study),
            _items(account.items(), _("Nothing that is known of has to stay out or to change.")),
        )
    )


def report_html(done: StudyImported) -> str:
    """The table, how positions were read, and each thing that stays out or is changed."""
    return "".join(
        (
            _heading(_("How each thing fared")),
            _table(done.taken.table, _("came in")),
            _placings(done.placings),
            _items(done.taken.items, _("Nothing stays out, and nothing is changed.")),
        )
    )


def report_text(done: StudyImported) -> str:
    """The same to be pasted elsewhere, with every single thing."""
    lines = (
        f"{done.file.name} ({done.program})",
        *table_lines(done.taken.table),
        *placing_lines(done.placings),
        *(item_line(one) for one in done.taken.items),
    )
    return "\n".join(lines) + "\n"


def _table(table: Iterable[TableRow], came: str) -> str:
    titles = ("", came, _("changed"), _("left out"), _("why"))
    head = "".join(
        _cell(f"<b>{escape(one)}</b>", "right" if one else "left") for one in titles[:-1]
    )
    head += _cell(f"<b>{escape(titles[-1])}</b>")
    rows = "".join(_row(row) for row in table if row.in_file)
    return f"<table><tr>{head}</tr>{rows}</table>"


def _row(row: TableRow) -> str:
    numbers = (came_in(row), f"{row.changed:,}", f"{row.left_out:,}")
    cells = "".join(_cell(one, "right") for one in numbers)
    return f"<tr>{_cell(_(KIND_WORDS[row.what]))}{cells}{_cell(escape(row.why))}</tr>"


def _placings(placings: Sequence[tuple[str, Placing]]) -> str:
    if not placings:
        return ""
    told = []
    for text, one in placings:
        line = placing_line(text, one)
        told.append(f"<p>{escape(line[:1].upper() + line[1:])}</p>")
        if one.unsure:
            told.append(
                f"<p><b>{escape(_('They may be shifted; look at these passages:'))}</b></p>"
            )
            told += (f"<p>{escape(passage)}</p>" for passage in one.worst)
    return _heading(_("How positions were read")) + "".join(told)


def _examples(study: ForeignStudy) -> str:
    """The first coding, the last and one between, for somebody who knows on which words they lie.

    A shift shows most at the end of a text.
    """
    if not study.codings:
        return ""
    names = {one.key: one.name for one in study.codes}
    texts = {one.key: one.text for one in study.texts}
    codings = sorted(study.codings, key=lambda one: (one.text, one.span.start))
    shown = dict.fromkeys((codings[0], codings[len(codings) // 2], codings[-1]))
    lines = (_example(names[one.code], texts[one.text], one.span) for one in shown)
    return _heading(_("Are these the right words?")) + "".join(lines)


def _example(code: str, text: str, span: Span) -> str:
    words = span.of(text)
    if len(words) > _LONGEST:
        words = f"{words[: _LONGEST // 2]} … {words[-_LONGEST // 2 :]}"
    before, behind = text[max(0, span.start - _AROUND) : span.start], text[span.end :][:_AROUND]
    said = f"… {escape(before)}<b>{escape(words)}</b>{escape(behind)} …"
    return f"<p>{escape(code)}: {said.replace(chr(10), ' ')}</p>"


def _items(items: Sequence[Noted], none: str) -> str:
    if not items:
        return f"<p>{escape(none)}</p>"
    lines = "".join(f"<p>{escape(item_line(one))}</p>" for one in items[:MOST])
    more = len(items) - MOST
    if more > 0:
        words = ngettext(
            "and {n} more, which a copy of the report has",
            "and {n} more, which a copy of the report has",
            more,
        )
        lines += f"<p>{escape(words)}</p>"
    return _heading(_("One by one")) + lines


def _heading(words: str) -> str:
    return f'<h3 style="margin-top: 20px">{escape(words)}</h3>'


def _cell(words: str, align: str = "left") -> str:
    return _CELL.format(align=align, words=words)
