"""How much was said in a part of the talk: the denominators of turns and words."""

from dataclasses import dataclass

from qualcoder_nhs.analysis.counting.scope import Scope


@dataclass(frozen=True)
class Talked:
    """Turns and words of those looked at, whoever moderates left out."""

    turns: int
    words: int


def talked(scope: Scope, *, everybody: bool) -> Talked:
    """What was said in a scope; unknown voices are heard where everybody is looked at."""
    turns, words = set(), 0
    for session in scope.sessions:
        there = scope.present[session.id]
        for part in scope.stretches(session):
            for turn in session.turns[part.first - 1 : part.last]:
                heard = everybody or not there.isdisjoint(turn.people)
                if turn.counts and turn.words and heard:
                    turns.add((session.id, turn.part_of))
                    words += turn.words
    return Talked(len(turns), words)
