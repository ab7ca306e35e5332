"""Count: how widely something is said, every number over its denominator."""

from dataclasses import dataclass

from qualcoder_nhs.domain.ids import GroupId, ParticipantId

ONE_VOICE = 0.5
"""Above this share of the turns, what is counted is what one person says."""


@dataclass(frozen=True)
class Count:
    """How many groups, participants, turns and words say something, and who says most of it.

    Denominators are of groups that were asked, and of participants who were in the room then.
    People who answered a survey are counted apart and never added. `events` have no speaker: they
    count in groups only. `loudest` is who holds the largest share of the turns; `share` is theirs,
    and that of those who are `as_loud`.
    `excerpts` are the codings that all of it comes from.
    """

    groups: frozenset[GroupId] = frozenset()
    groups_of: int = 0
    participants: frozenset[ParticipantId] = frozenset()
    participants_of: int = 0
    respondents: frozenset[ParticipantId] = frozenset()
    respondents_of: int = 0
    turns: int = 0
    events: int = 0
    words: int = 0
    excerpts: int = 0
    loudest: ParticipantId | None = None
    as_loud: frozenset[ParticipantId] = frozenset()
    share: float = 0.0

    @property
    def voices(self) -> frozenset[ParticipantId]:
        """All who hold the largest share."""
        return self.as_loud | {self.loudest} if self.loudest else self.as_loud

    @property
    def one_voice(self) -> bool:
        """Whether one person has more than half of it, while others could have spoken."""
        return self.share > ONE_VOICE and self.participants_of + self.respondents_of > 1

    @property
    def nothing(self) -> bool:
        """Whether nothing was said or happened."""
        return not self.excerpts and not self.turns and not self.events

    @property
    def open(self) -> bool:
        """Whether anybody was there to say it: where nobody was, it was not asked."""
        return bool(self.groups_of or self.respondents_of)
