"""One study, many threads: writers take turns, readers see whole states, listeners hear all."""

import threading
from concurrent.futures import ThreadPoolExecutor

from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.storage.writer import Writer
from qualcoder_nhs.study import Study
from tests.builders import code, coder, transcript


class WriteTwo:
    """Two memos in one step: never is one seen without the other."""

    label = "Write two"

    def apply(self, write: Writer) -> None:
        WriteMemo("pair").apply(write)
        WriteMemo("pair").apply(write)


def pairs(read: Reader) -> int:
    return sum(memo.text == "pair" for memo in read.memos())


def test_readers_see_whole_states_while_writers_take_turns(study: Study) -> None:
    told: list[Changes] = []
    study.listen(told.append)
    before, stop = len(study.ask(Reader.history)), threading.Event()

    def write(name: str) -> None:
        who = coder(study, name)
        for number in range(15):
            study.run(WriteTwo(), who)
            if number % 3 == 0:
                study.undo(who)

    def look() -> list[int]:
        seen = []
        while not stop.is_set():
            seen.append(study.ask(pairs))
        return seen

    with ThreadPoolExecutor(4) as pool:
        readers = [pool.submit(look), pool.submit(look)]
        writers = [pool.submit(write, name) for name in ("HL", "AB")]
        for writer in writers:
            writer.result()
        stop.set()
        seen = [count for reader in readers for count in reader.result()]
    assert seen
    assert all(count % 2 == 0 for count in seen)
    assert study.ask(pairs) == 2 * 2 * (15 - 5)
    steps = [step.id for step in study.ask(Reader.history)]
    assert len(steps) - before == 2 * (15 + 5)
    assert sorted(changes.step for changes in told) == steps[: len(told)][::-1]
    assert study.faults() == []


def test_a_reader_does_not_wait_for_a_writer(study: Study) -> None:
    writing, looked = threading.Event(), threading.Event()

    class Slow:
        label = "Slow"

        def apply(self, write: Writer) -> None:
            WriteMemo("pair").apply(write)
            writing.set()
            assert looked.wait(10)

    with ThreadPoolExecutor(1) as pool:
        step = pool.submit(study.run, Slow(), coder(study))
        assert writing.wait(10)
        assert study.ask(pairs) == 0
        looked.set()
        step.result()
    assert study.ask(pairs) == 1


def test_a_listener_may_ask_and_act(study: Study) -> None:
    lead, seen = coder(study), list[int]()

    def answer(changes: Changes) -> None:
        seen.append(study.ask(pairs))
        if changes.label == "Write memo" and len(seen) < 3:
            study.run(WriteMemo("pair"), lead)

    study.listen(answer)
    study.run(WriteMemo("pair"), lead)
    assert seen == [1, 2, 3]


def test_closing_waits_for_the_step_at_work(study: Study) -> None:
    lead, begun = coder(study), threading.Event()
    action = CodePassage(transcript(study), Span(0, 5), code(study, "Money"))

    class Slow:
        label = "Slow"

        def apply(self, write: Writer) -> None:
            begun.set()
            threading.Event().wait(0.1)
            action.apply(write)

    with ThreadPoolExecutor(1) as pool:
        step = pool.submit(study.run, Slow(), lead)
        assert begun.wait(10)
        study.close()
        step.result()
    assert {path.name for path in study.path.parent.iterdir()} == {"trust.qnhs"}
    with Study.read(study.path) as again:
        assert again.faults() == []
        assert again.ask(Reader.history)[0].label == "Slow"
