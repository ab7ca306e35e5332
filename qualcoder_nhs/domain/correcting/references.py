"""Turns that are named in running words, such as `t.88–93`, under their new numbers."""

from collections.abc import Mapping
from re import Match

from qualcoder_nhs.domain.framework import REFERENCE, referred_turns


def renumbered(text: str, numbers: Mapping[int, int]) -> str:
    """The words with each turn under its new number; a turn that went keeps its old one."""

    def anew(match: Match[str]) -> str:
        said = match[0]
        for group in (2, 1):
            if match[group] and int(match[group]) in numbers:
                start, end = match.start(group) - match.start(), match.end(group) - match.start()
                said = said[:start] + str(numbers[int(match[group])]) + said[end:]
        return said

    return REFERENCE.sub(anew, text)


def turns_gone(text: str, numbers: Mapping[int, int]) -> tuple[int, ...]:
    """The turns that are named and have no number any more."""
    return tuple(turn for turn in referred_turns(text) if turn not in numbers)
