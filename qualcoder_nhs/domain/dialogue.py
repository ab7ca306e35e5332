"""Dialogue: an exchange as it is read, who speaks line by line and whom each line answers."""

from dataclasses import dataclass

from qualcoder_nhs.domain.excerpts import Said, Voice
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.links import Link, LinkKind
from qualcoder_nhs.i18n import _

FEW_BETWEEN = 6
"""So many turns between two linked ones are shown; of more, only how many they are."""


@dataclass(frozen=True)
class LinkLine:
    """A link with the words of both turns. `layer` is what it is called: a round by its name."""

    link: Link
    transcript: str
    coder: str
    layer: str
    answer: Said
    answered: Said

    @property
    def who(self) -> str:
        """Who answers."""
        return _name(self.answer)

    @property
    def whom(self) -> str:
        """Who is answered."""
        return _name(self.answered)

    @property
    def words(self) -> str:
        """Such as `FG1 t.23 P6 answers t.21 P1: soft dissent`."""
        told = _("{transcript} t.{turn} {who} answers t.{target} {whom}: {kind}")
        return told.format(
            transcript=self.transcript,
            turn=self.link.turn,
            who=self.who,
            target=self.link.target,
            whom=self.whom,
            kind=self.link.kind.words,
        )


@dataclass(frozen=True)
class Answer:
    """What a line of a dialogue does with an earlier one. `coders` say so, where several could."""

    kind: LinkKind
    target: int
    whom: str
    coders: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Such as `soft dissent`, or `soft dissent (HL)`."""
        if not self.coders:
            return self.kind.words
        return f"{self.kind.words} ({', '.join(self.coders)})"


@dataclass(frozen=True)
class DialogueLine:
    """One turn of a dialogue. What only lies between linked turns is `context`, and set in grey.

    Where `said` is None, `left_out` turns are not shown.
    """

    said: Said | None
    answers: tuple[Answer, ...] = ()
    context: bool = False
    left_out: int = 0

    @property
    def speaker(self) -> str:
        """Who speaks, as the label that is printed before the words."""
        return _name(self.said) if self.said else ""

    @property
    def text(self) -> str:
        """The words, or how many turns stand here that are not shown."""
        if self.said is not None:
            return self.said.text
        return _("[{n} turns]").format(n=self.left_out)

    def link_words(self, above: int | None = None) -> str:
        """What stands at the end of the line: `← soft dissent`, `← build (t.21)`.

        Of an answer to the linked turn `above` the number is not told.
        """
        told = [
            one.words if one.target == above else f"{one.words} (t.{one.target})"
            for one in self.answers
        ]
        return f"← {', '.join(told)}" if told else ""


@dataclass(frozen=True)
class Dialogue:
    """An exchange to be read: `turns` of its lines are linked, the others lie between them."""

    transcript_id: TranscriptId
    transcript: str
    layer: str
    lines: tuple[DialogueLine, ...]
    turns: tuple[int, ...]
    links: tuple[Link, ...]

    @property
    def reference(self) -> str:
        """Such as `[FG1 t.21–24]`."""
        return f"[{self.transcript} t.{self.turns[0]}–{self.turns[-1]}]"

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Who speaks in the linked turns, each once, in order."""
        linked = (one.said for one in self.lines if one.said and not one.context)
        heard = {one.voice.label: one.voice for one in linked if one.voice}
        return tuple(heard.values())

    @property
    def attribution(self) -> str:
        """Such as `(FG1, P1, P6, P2: chief executive)`."""
        names = ", ".join(voice.name for voice in self.voices)
        roles = ", ".join(dict.fromkeys(voice.role for voice in self.voices if voice.role))
        return f"({self.transcript}, {names}{': ' if roles else ''}{roles})"

    @property
    def kinds(self) -> tuple[LinkKind, ...]:
        """The kinds of its links, each once, in the order of `LinkKind`."""
        there = {link.kind for link in self.links}
        return tuple(kind for kind in LinkKind if kind in there)

    def lines_told(self) -> tuple[tuple[DialogueLine, str], ...]:
        """Each line with what stands at its end."""
        told: list[tuple[DialogueLine, str]] = []
        above: int | None = None
        for line in self.lines:
            told.append((line, line.link_words(above)))
            if line.said is not None and not line.context:
                above = line.said.turn
        return tuple(told)


@dataclass(frozen=True)
class DialogueBook:
    """What an export of exchanges writes. `scope` says what was chosen, in words.

    `widened` counts the people of whom less is told than is known, so that nobody is recognised.
    """

    study: str
    layer: str
    scope: str
    dialogues: tuple[Dialogue, ...]
    widened: int = 0

    @property
    def links(self) -> int:
        """How many links hold them together."""
        return sum(len(one.links) for one in self.dialogues)

    @property
    def transcripts(self) -> tuple[TranscriptId, ...]:
        """Whose words they hold."""
        return tuple(dict.fromkeys(one.transcript_id for one in self.dialogues))


def _name(said: Said) -> str:
    return said.voice.name if said.voice else "?"
