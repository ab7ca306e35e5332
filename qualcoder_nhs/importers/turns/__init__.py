"""Lines of a transcript to speakers' turns: pure, whatever format the lines came from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.importers.format import Doubt, ReadingOptions
from qualcoder_nhs.importers.labels import Convention
from qualcoder_nhs.importers.turns import times
from qualcoder_nhs.importers.turns.building import Built, built_of
from qualcoder_nhs.importers.turns.field import appearance, survey
from qualcoder_nhs.importers.turns.front_matter import front_matter
from qualcoder_nhs.importers.turns.lines import Candidate, Line, Mark
from qualcoder_nhs.importers.turns.names import key_of
from qualcoder_nhs.importers.turns.separators import past_dashes
from qualcoder_nhs.importers.turns.suspicion import Suspect, suspects
from qualcoder_nhs.importers.turns.verdict import Court

__all__ = ["Line", "Recognised", "recognise"]


@dataclass(frozen=True)
class Recognised:
    """The stored text with its turns, the usual layout of labels, and what was doubtful."""

    text: str
    turns: tuple[Turn, ...] = ()
    convention: str = ""
    doubts: tuple[Doubt, ...] = ()


def recognise(lines: Sequence[Line], options: ReadingOptions) -> Recognised:
    """Find the turns in lines of text.

    A label counts where it repeats, stands in a list of speakers, is set apart like those that do,
    or where nearly all paragraphs open with one. A turn is a label with everything up to the next.
    """
    if options.convention in (Convention.NONE, Convention.TABLE):
        return Recognised("".join(line.text + "\n" for line in lines))
    field = survey(lines, frozenset(map(key_of, options.as_label)))
    verdict = Court(lines, field, front_matter(lines, field), options).verdict()
    built = built_of(lines, past_dashes(lines, verdict.accepted))
    doubts = (_doubt(each, built) for each in suspects(lines, verdict, options))
    convention = _commonest(lines, verdict.accepted)
    return Recognised(built.text, built.turns, convention, tuple(doubts))


def _doubt(each: Suspect, built: Built) -> Doubt:
    start = built.starts[each.line]
    mark = each.mark.shifted(start) if each.mark else None
    time = times.seconds(mark.of(built.text)) if mark else None
    return Doubt(each.line + 1, start, each.what, each.label, mark, time)


def _commonest(lines: Sequence[Line], accepted: Mapping[int, Candidate]) -> str:
    """The first label of the commonest look; empty where nobody is named."""
    looks: dict[tuple[Convention, frozenset[Mark]], list[Candidate]] = {}
    for each in accepted.values():
        looks.setdefault((each.convention, each.marks - {Mark.OWN_LINE}), []).append(each)
    return appearance(lines, max(looks.values(), key=len)[0]) if looks else ""
