"""Planning the merge of a large pack into a large study, and merging it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from statistics import median

from qualcoder_nhs.actions.people import AddCoder
from qualcoder_nhs.actions.rounds import NewRound
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.ids import CoderId, CodingId, new_id
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.packs import incoming, merge, merge_plan, write_pack
from tests.bench.clock import cpu
from tests.bench.row import Row
from tests.bench.yardstick import MANY, PutCodings, Yardstick, yardstick

# Milliseconds; these are our own.
PLAN, STEP = 1_000, 2_000

CODINGS, AT_A_TIME = 5_000, 20
ROUND, CODER = "Merged", "MO"


def merging() -> Iterable[Row]:
    """A pack of one coder's work in a round of all transcripts, made in many steps."""
    with yardstick(MANY) as made:
        study, lead = made.study, made.coders[0]
        pack = _pack(made)
        among = f"a pack of {CODINGS:,} codings into 50,000"
        planning = cpu(lambda: merge_plan(study, incoming(study, pack), lead), 3)
        yield Row(f"read and plan {among}", planning, PLAN, None, "ms")
        there, steps = incoming(study, pack), []
        for _time in range(3):
            steps.append(cpu(lambda: merge(study, there, lead), 1))
            study.undo(lead)
        yield Row(f"merge {among}", median(steps), STEP, None, "ms")
        study.redo(lead)
        again = cpu(lambda: merge_plan(study, there, lead), 3)
        yield Row(f"plan {among} again", again, PLAN, None, "ms")


def _pack(made: Yardstick) -> Path:
    """The pack of a third coder, who coded all transcripts."""
    study, lead = made.study, made.coders[0]
    who = study.run(AddCoder(CODER), lead)
    study.run(NewRound(ROUND, (who,)), lead)
    path = study.path.with_name("pack.qnhs")
    write_pack(study, ROUND, who, path, lead)
    with Study.open(path) as pack:
        codings = list(_codings(pack, who, made))
        for at in range(0, CODINGS, AT_A_TIME):
            pack.run(PutCodings(tuple(codings[at : at + AT_A_TIME])), who)
    return path


def _codings(pack: Study, who: CoderId, made: Yardstick) -> Iterator[Coding]:
    chance, transcripts = Random(5), pack.ask(Reader.transcripts)
    layer = pack.ask(Reader.round, ROUND).layer
    for _number in range(CODINGS):
        text = chance.choice(transcripts)
        start = chance.randint(0, len(text.text) - 300)
        span = Span(start, start + chance.randint(15, 250))
        code, key = chance.choice(made.codes), CodingId(new_id())
        yield Coding(key, text.id, who, code, layer, span, text.added)
