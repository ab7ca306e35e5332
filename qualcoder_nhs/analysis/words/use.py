"""What is said in a part of the talk: how often, and in which turns."""

from dataclasses import dataclass, field

from qualcoder_nhs.analysis.words.spoken import Spoken


@dataclass
class Use:
    """How often a thing is said in some part of the talk, and in which turns, each once.

    `held` are those of the turns whose speakers are known to be of that part.
    """

    times: int = 0
    places: list[Spoken] = field(default_factory=list)
    held: list[Spoken] = field(default_factory=list)
