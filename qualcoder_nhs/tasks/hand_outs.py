"""Hand-outs of a study: slides or pages for a seminar, and what one participant said."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.theme_pack import Order, ThemePack, ThemePackWish
from qualcoder_nhs.exporters.handouts import handout_pptx
from qualcoder_nhs.exporters.handouts.handout_script import handout_script
from qualcoder_nhs.exporters.handouts.own_words_script import own_words_script
from qualcoder_nhs.exporters.scripts.script_formats import refuse_unknown, write_script
from qualcoder_nhs.exporters.whole_file import whole_file
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.crowd import refuse_template
from qualcoder_nhs.queries.own_words import own_words
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.exported import Exported, note
from qualcoder_nhs.tasks.task import Progress
from qualcoder_nhs.tasks.theme_pack import MakePack

HANDOUT_TEMPLATE = "({role}, {organisation_type})"
"""Who listens in a seminar is told no names, not even those of the transcripts."""


def handout_wish(wish: ThemePackWish) -> ThemePackWish:
    """What a hand-out is made from: no memos, references or appendices, strong quotes first."""
    return replace(
        wish, order=Order.STRONG, context=0, memos=False, references=False, codebook=False,
        audit=False, matrix=False,
    )  # fmt: skip


def write_handout(
    study: Study, coder: CoderId, wish: ThemePackWish, out: Path, progress: Progress
) -> Exported:
    """Write the hand-out; the suffix of `out` picks slides or pages.

    Raises:
        UnknownSuffix, NotWritten, NoSuch: nothing is left of the file then.
        NotAChoice, AttributesNobody: when the template asks for what is not known, or nothing.
    """
    slides = out.suffix.lower() == handout_pptx.SUFFIX
    refuse_unknown(out, handout_pptx.SUFFIX)
    study.ask(refuse_template, wish.template)
    pack = MakePack(handout_wish(wish), agreement=False).run(study, coder, progress)
    if slides:
        with whole_file(out) as beside:
            handout_pptx.write(pack, beside)
    else:
        write_script(handout_script(pack), out)
    return Exported(_told(pack, out), pack.transcripts)


def _told(pack: ThemePack, out: Path) -> str:
    themes = ngettext("{n} theme", "{n} themes", len(pack.themes))
    return _("A hand-out of {themes} was written to {name}.").format(themes=themes, name=out.name)


def write_extract(study: Study, coder: CoderId, participant: str, out: Path) -> Exported:
    """Write what one participant said, and nobody else's words.

    Raises:
        NoSuch, Ambiguous: when the words mean nobody, or several people.
        UnknownSuffix, NotWritten: nothing is left of the file then.
    """
    refuse_unknown(out)
    own = study.ask_as(coder, own_words, participant)
    write_script(own_words_script(own), out)
    turns = ngettext("{n} turn", "{n} turns", own.turns)
    words = _("{turns} of {who} exported to {name}.").format(
        turns=turns, who=own.name, name=out.name
    )
    return Exported(words, tuple(one.transcript for one in own.sessions))


@dataclass
class LetHandOutOut:
    """Write the hand-out of all themes for the window, and note in the study that it left."""

    out: Path
    title: str = field(default_factory=lambda: _("Export seminar hand-out"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> str:
        """Write it; a sentence that says so.

        Raises:
            UnknownSuffix, NotWritten: nothing is left of the file then.
        """
        wish = ThemePackWish(template=HANDOUT_TEMPLATE)
        exported = write_handout(study, coder, wish, self.out, progress)
        if study.writable:
            note(study, coder, "handout", self.out, exported)
        return exported.words


@dataclass
class LetExtractOut:
    """Write a participant's own words for the window, and note in the study that they left."""

    participant: str
    out: Path
    title: str = field(default_factory=lambda: _("Export own words"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> str:
        """Write them; a sentence that says whose and how many turns.

        Raises:
            NoSuch: when the participant is gone.
            UnknownSuffix, NotWritten: nothing is left of the file then.
        """
        progress(0, 1, self.title)
        exported = write_extract(study, coder, self.participant, self.out)
        if study.writable:
            note(study, coder, "extract", self.out, exported)
        return exported.words
