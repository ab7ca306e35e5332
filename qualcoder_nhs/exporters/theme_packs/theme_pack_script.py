"""A theme pack as a document: title, themes, codes, excerpts, checks and appendices in order."""

from collections.abc import Iterator

from qualcoder_nhs.domain.theme_pack import (
    ThemePack,
)
from qualcoder_nhs.exporters.scripts.script import (
    Block,
    Contents,
    NewPage,
    Script,
    Tone,
    Words,
)
from qualcoder_nhs.exporters.theme_packs.pack_words import (
    CONFIDENTIAL,
    MARKS,
    choices,
    day,
    transcripts_words,
    version_words,
)
from qualcoder_nhs.exporters.theme_packs.theme_chapter import theme_chapter
from qualcoder_nhs.exporters.theme_packs.theme_pack_back import (
    audit_appendix,
    codebook_appendix,
    kept_back_page,
)
from qualcoder_nhs.i18n import _


def theme_pack_script(pack: ThemePack) -> Script:
    """The whole document."""
    return Script(
        title=_("{study}: theme pack").format(study=pack.study),
        subtitle=_(CONFIDENTIAL),
        author=pack.by,
        made=pack.made,
        facts=tuple(_facts(pack)),
        blocks=tuple(_blocks(pack)),
    )


def _facts(pack: ThemePack) -> Iterator[tuple[str, str]]:
    yield _("Project"), pack.study
    yield _("Codings used"), pack.layer
    yield _("Codebook"), version_words(pack)
    yield _("Transcripts"), transcripts_words(pack)
    who = _("{day} by {who} with {program}") if pack.by else _("{day} with {program}")
    yield _("Produced"), who.format(day=day(pack.made), who=pack.by, program=pack.program)
    yield _("Export no."), str(pack.number)
    yield _("Choices"), choices(pack.wish)


def _blocks(pack: ThemePack) -> Iterator[Block]:
    yield Contents()
    yield Words(_(MARKS), Tone.SMALL)
    if not pack.themes:
        yield Words(_("There is no theme in this choice."))
    for theme in pack.themes:
        yield NewPage()
        yield from theme_chapter(pack, theme)
    yield from kept_back_page(pack)
    yield from codebook_appendix(pack)
    if pack.audit:
        yield from audit_appendix(pack, pack.audit)
