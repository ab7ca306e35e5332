"""Brackets that hold what happened rather than who spoke: `[laughs]`, `(pause, 7 secs)`."""

import re

from qualcoder_nhs.domain.speech import STAGE_DIRECTION

_HAPPENING = re.compile(
    r"""(?ix) \b (?:
        laugh\w* | laughter | pause[sd]? | silen\w+ | sigh\w* | cough\w* | inaudible | unclear
      | unintelligible | indistinct | cross-?\ ?talk | overlap\w* | interrupt\w* | music | applause
      | nods? | nodding | shrugs? | noise | sound | phone | smil\w+ | whisper\w* | background | door
      | knock\w* | end | start | begins? | ends | recording | tape | break | cut | redacted | looks?
      | looking | points? | gestur\w+ | enters? | leaves? | arrives? | puts? | sic | clears? | gap
      | general | continues? | long | short | beat | omitted | translated | agree\w* | all\ talk\w*
    ) \b"""
)
_ROUND_OR_STARRED = re.compile(r"[*(]")
_LINE = re.compile(r"\s*(?:\*?\([^)\n]*\)\*?|\[[^\]\n]*\]|\*[^*\n]+\*|\{[^}\n]*\})[\s.]*")


def is_direction(bracketed: str) -> bool:
    """Whether this bracketed stretch tells what happened."""
    if _ROUND_OR_STARRED.match(bracketed):
        return bool(STAGE_DIRECTION.fullmatch(bracketed))
    return bool(_HAPPENING.search(bracketed))


def is_direction_line(text: str) -> bool:
    """Whether a line holds a stage direction and nothing else."""
    if not _LINE.fullmatch(text):
        return False
    words = text.strip(" \t.")
    return words.startswith("*") or is_direction(words)
