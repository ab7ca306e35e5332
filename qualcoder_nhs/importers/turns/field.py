"""Every label a transcript may hold, line by line, before it is judged which of them count."""

from collections.abc import Sequence
from dataclasses import replace

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.labels import Convention
from qualcoder_nhs.importers.turns import times
from qualcoder_nhs.importers.turns.candidates import candidates_on
from qualcoder_nhs.importers.turns.lines import Candidate, Line, Mark
from qualcoder_nhs.importers.turns.names import is_given_name, is_plausible, key_of
from qualcoder_nhs.importers.turns.seeking import is_hearing

_DASHES = " \t\u00a0-–—"

Field = list[tuple[Candidate, ...]]

_AS_MARK: dict[str, Mark] = {
    Convention.BOLD: Mark.BOLD,
    Convention.TIME: Mark.TIME,
    Convention.BRACKETS: Mark.BRACKETS,
    Convention.OWN_LINE: Mark.OWN_LINE,
}


def survey(lines: Sequence[Line], named: frozenset[str]) -> Field:
    """The candidates of every line, time marks on the line above taken to them."""
    hearing = is_hearing(lines)
    field = [candidates_on(index, line, named, hearing=hearing) for index, line in enumerate(lines)]
    for index in range(len(lines) - 1):
        text = lines[index].text
        if field[index] or not text.strip():
            continue
        if times.ALONE.fullmatch(text):
            field[index + 1] = _timed(lines, field[index + 1], index)
        else:
            field[index] = _named_behind(lines, index)
    return _without_answers(lines, field)


def _without_answers(lines: Sequence[Line], field: Field) -> Field:
    """Of words alone on their lines, one is a name and the next what that person said."""
    told: Field = []
    named = False
    for line, found in zip(lines, field, strict=True):
        bare = [each for each in found if each.convention is Convention.OWN_LINE]
        answer = named and any(is_given_name(each.label) for each in bare)
        told.append(tuple(each for each in found if not answer or each not in bare))
        if line.text.strip():
            named = bool(bare) and not answer
    return told


def _timed(
    lines: Sequence[Line], found: tuple[Candidate, ...], time_line: int
) -> tuple[Candidate, ...]:
    """The candidates under a line that is a time mark and nothing else."""
    mark = lines[time_line].text
    if not found and "-->" in mark:
        found = _named(lines, time_line + 1, 0)
    begin = len(mark) - len(mark.lstrip())
    at = Span(begin, len(mark.rstrip()))
    return tuple(
        each
        if each.time_at
        else replace(
            each,
            time_line=time_line,
            time_at=at,
            time=times.seconds(mark),
            marks=each.marks | {Mark.TIME},
            convention=_firmer(each.convention),
        )
        for each in found
    )


def _firmer(convention: Convention) -> Convention:
    return Convention.TIME if convention is Convention.OWN_LINE else convention


def _named_behind(lines: Sequence[Line], at: int) -> tuple[Candidate, ...]:
    """`[00:00:09] Bob` over his words, where one word alone could as well be speech."""
    text = lines[at].text
    begin = len(text) - len(text.lstrip())
    mark = times.SET_APART.match(text, begin) or times.MARK.match(text, begin)
    name = text[mark.end() :].strip(_DASHES) if mark else ""
    if mark is None or not is_given_name(name):
        return ()
    if times.MARK.match(lines[at + 1].text.lstrip()):
        return ()
    return tuple(
        replace(
            each,
            time_at=Span(*mark.span()),
            time=times.seconds(mark.group()),
            marks=each.marks | {Mark.TIME},
        )
        for each in _named(lines, at, mark.end())
    )


def _named(lines: Sequence[Line], at: int, begin: int) -> tuple[Candidate, ...]:
    """The rest of a line as a name, where words stand under it."""
    text = lines[at].text
    name = text[begin:].strip(_DASHES)
    worded = at + 1 < len(lines) and lines[at + 1].text.strip()
    if not worded or len(name) > 60 or not is_plausible(name):
        return ()
    start = text.index(name, begin)
    return (
        Candidate(
            line=at,
            label=name,
            key=key_of(name),
            at=Span(start, start + len(name)),
            words=len(text),
            convention=Convention.TIME,
            marks=frozenset({Mark.OWN_LINE}),
        ),
    )


def shows(candidate: Candidate, convention: str) -> bool:
    """Whether a label looks as this convention has it, whatever else sets it apart."""
    mark = _AS_MARK.get(convention)
    return candidate.convention == convention or (mark is not None and mark in candidate.marks)


def appearance(lines: Sequence[Line], candidate: Candidate) -> str:
    """How a label looks where it stands, the tab made visible: `[00:12:44] P4:`."""
    shown = lines[candidate.line].text[: candidate.words].strip(" \u00a0").replace("\t", "⇥")
    if Mark.BOLD in candidate.marks and "*" not in shown and "__" not in shown:
        shown = _("{label} in bold").format(label=shown)
    if candidate.time_line is not None:
        shown = f"{lines[candidate.time_line].text.strip()} ↵ {shown}"
    return shown
