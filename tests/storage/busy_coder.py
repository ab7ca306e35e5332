"""A coder at work until killed, for the test of durability: `python -m tests.storage.busy_coder`.

For each line on standard input, `PATH SEED`, a worker is forked off that opens the study and acts
at random. It says its process id, then each step once it is safe; `over` says that it is dead.
"""

import os
import random
import sys
from pathlib import Path

from qualcoder_nhs.actions.codebook import CodeNewIdea
from qualcoder_nhs.actions.codings import CodePassage, RemoveCodings, SetFlags
from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.errors import Refusal
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import an_import, coder

MOVES = ("code",) * 6 + ("undo",) * 2 + ("redo", "remove", "flag", "memo", "text", "idea")


def say(words: str) -> None:
    """Past every buffer of this process, which is about to die."""
    os.write(1, f"{words}\n".encode())


def safe(changes: Changes) -> None:
    say(f"step {changes.step} {changes.label}")


def work(path: Path, dice: random.Random) -> None:
    """Open, act until killed; now and then close and open again."""
    while True:
        with Study.open(path) as study:
            study.listen(safe)
            lead = coder(study)
            for _ in range(dice.randint(5, 25)):
                try:
                    act(study, lead, dice)
                except Refusal:
                    continue


def act(study: Study, lead: str, dice: random.Random) -> None:
    codings = study.ask(Reader.codings)
    texts = study.ask(Reader.transcripts)
    text = dice.choice(texts)
    start = dice.randrange(len(text.text))
    span = Span(start, dice.randint(start + 1, len(text.text)))
    codes = [code.id for code in study.ask(Reader.codebook).codes if code.name != "Old"]
    number = len(texts)
    match dice.choice(
        ("code",) * 6 + ("undo", "undo", "redo", "remove", "flag", "memo", "text", "idea")
    ):
        case "code":
            study.run(CodePassage(text.id, span, dice.choice(codes)), lead)
        case "undo":
            study.undo(lead)
        case "redo":
            study.redo(lead)
        case "remove":
            some = dice.sample(codings, min(3, len(codings)))
            study.run(RemoveCodings(tuple(coding.id for coding in some)), lead)
        case "flag":
            study.run(
                SetFlags(dice.choice(codings).id, frozenset(dice.sample(list(Flag), 2))), lead
            )
        case "memo":
            study.run(WriteMemo("Why?", coding=dice.choice(codings).id), lead)
        case "text" if number < 12:
            study.run(an_import(f"Text {number}", "P1: a\nP2: b\n" * 40), lead)
        case _:
            study.run(CodeNewIdea(text.id, span, f"Idea {dice.random()}"), lead)


def main() -> None:
    for line in sys.stdin:
        path, _, seed = line.strip().rpartition(" ")
        worker = os.fork()
        if worker == 0:
            say(f"pid {os.getpid()}")
            work(Path(path), random.Random(seed))
        os.waitpid(worker, 0)
        say("over")


if __name__ == "__main__":
    main()
