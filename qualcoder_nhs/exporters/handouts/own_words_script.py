"""A participant's own words as a document for checking back."""

from collections.abc import Iterator

from qualcoder_nhs.domain.own_words import OwnWords
from qualcoder_nhs.exporters.scripts.script import (
    Block,
    Heading,
    Quoted,
    Script,
    Spoken,
    Tone,
    Words,
)
from qualcoder_nhs.exporters.theme_packs.pack_words import day
from qualcoder_nhs.i18n import _, ngettext


def own_words_script(own: OwnWords) -> Script:
    """The whole document."""
    return Script(
        title=_("What you said"),
        subtitle=_("An extract for checking back. It is for this participant alone."),
        author="",
        made=own.made,
        facts=(
            (_("Study"), own.study),
            (_("Participant"), own.name),
            (_("Discussions"), ", ".join(one.name for one in own.sessions)),
            (_("Extent"), ngettext("{n} turn", "{n} turns", own.turns)),
            (_("Produced"), day(own.made)),
        ),
        blocks=tuple(_blocks(own)),
    )


def _blocks(own: OwnWords) -> Iterator[Block]:
    note = _(
        "These are your words as they were written down, with the questions they answer. What "
        "others said is left out. The numbers are those of the turns in the transcript: please "
        "name them where anything should be corrected or taken out."
    )
    yield Words(note)
    for session in own.sessions:
        yield Heading(1, session.name)
        if not session.turns:
            yield Words(_("You were there; no turn is written down under your name."))
        for turn in session.turns:
            if turn.asked:
                yield Words(turn.asked, Tone.ASKED, _("Asked:"))
            said = _("Said together with others.") if turn.together else ""
            yield Quoted(f"t.{turn.index}", (Spoken(turn.text),), "", note=said)
