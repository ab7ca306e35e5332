"""QuestionDraft: a question of a topic guide as a file or a person gives it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class QuestionDraft:
    """A question that is not in the guide yet; without a name it is numbered there."""

    text: str
    probes: tuple[str, ...] = ()
    name: str = ""
