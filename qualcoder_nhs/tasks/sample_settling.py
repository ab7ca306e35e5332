"""What became of the pilot's disagreements: decided by the lead with a reason, but for a few."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qualcoder_nhs.actions.codings import SetFlags
from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.actions.settling import PutOff, Settle, SettleUnanimous
from qualcoder_nhs.actions.settling_together import SettleTogether
from qualcoder_nhs.domain.coding import SETTLED, Coding, Flag
from qualcoder_nhs.domain.ids import CodeId, CoderId, CodingId, RoundId
from qualcoder_nhs.domain.settling import Cause, Choice
from qualcoder_nhs.importers.ready_codebooks import shipped_folder
from qualcoder_nhs.queries.disputed import Queue
from qualcoder_nhs.queries.queue import disagreement_queue
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study

TABLE = "settling.csv"

_Place = tuple[str, int, int]
_SAID = {"both": Choice.ALL, "neither": Choice.NEITHER, "put off": Choice.PUT_OFF}


@dataclass(frozen=True)
class Verdict:
    """A row: where coders agreed or not, under which code, what was decided there, and why.

    `flags` and `memo` go on what is settled there with the code.
    """

    place: _Place
    code: str
    decision: str
    cause: Cause | None
    reason: str
    flags: frozenset[Flag]
    memo: str


def verdicts(folder: str) -> Iterator[Verdict]:
    """The rows of the table, in its order."""
    with (shipped_folder(folder) / TABLE).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Verdict(
                (row["transcript"], int(row["from"]), int(row["to"])),
                row["code"],
                row["decision"],
                Cause[row["cause"].upper()] if row["cause"] else None,
                row["reason"],
                frozenset(Flag(flag) for flag in row["flags"].split(";") if flag),
                row["memo"],
            )


def settle_pilot(study: Study, held: RoundId, lead: CoderId, folder: str) -> None:
    """Settle by the rows, then in one step whatever else is unanimous; flag and note last."""
    queue = study.ask(disagreement_queue, held)
    about = _places(study, queue)
    rows = list(verdicts(folder))
    decided = [_action(queue, about[row.place], row) for row in rows if row.decision != "agreed"]
    study.run(SettleTogether(held, tuple(decided)), lead)
    study.run(SettleUnanimous(held, queue.agreed), lead)
    _annotate(study, lead, [row for row in rows if row.flags or row.memo])


def _places(study: Study, queue: Queue) -> Mapping[_Place, tuple[CodingId, ...]]:
    """The independent codings by the place they have together, disputed or alike."""
    found = {(one.name, one.span.start, one.span.end): one.about for one in queue.items}
    names = study.ask(Reader.transcript_names)
    codings = {one.id: one for one in study.ask(Reader.codings, layer=queue.round.layer)}
    for alike in queue.agreed:
        first = codings[alike[0]]
        found[names[first.transcript], first.span.start, first.span.end] = alike
    return found


def _action(queue: Queue, about: tuple[CodingId, ...], row: Verdict) -> Settle | PutOff:
    choice, coder, code = _chosen(queue, row.decision)
    if choice is Choice.PUT_OFF:
        return PutOff(queue.round.id, about, row.reason)
    return Settle(queue.round.id, about, choice, row.cause, row.reason, coder, code)


def _chosen(queue: Queue, decision: str) -> tuple[Choice, CoderId | None, CodeId | None]:
    """A word of the table, the name of a coder whose codings hold, or another code's slug."""
    if decision in _SAID:
        return _SAID[decision], None, None
    for coder in queue.coders:
        if coder.name == decision:
            return Choice.CODER, coder.id, None
    return Choice.OTHER, None, queue.codebook.find(decision).id


def _annotate(study: Study, lead: CoderId, rows: list[Verdict]) -> None:
    names, book = study.ask(Reader.transcript_names), study.ask(Reader.codebook)
    settled: dict[tuple[str, CodeId], list[Coding]] = {}
    for one in study.ask(Reader.codings, layer=SETTLED):
        settled.setdefault((names[one.transcript], one.code), []).append(one)
    for row in rows:
        name, start, end = row.place
        within = settled[name, book.find(row.code).id]
        noted = next(one for one in within if start <= one.span.start and one.span.end <= end)
        if row.flags - set(noted.flags):
            study.run(SetFlags(noted.id, row.flags | set(noted.flags)), lead)
        if row.memo:
            study.run(WriteMemo(row.memo, coding=noted.id), lead)
