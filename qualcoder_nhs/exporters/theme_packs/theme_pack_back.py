"""The last pages of a theme pack: what was left out, the codebook, and how it was coded."""

from collections.abc import Iterator

from qualcoder_nhs.domain.theme_pack import (
    Audit,
    ThemePack,
)
from qualcoder_nhs.exporters.scripts.script import (
    Block,
    Grid,
    Heading,
    NewPage,
    Tone,
    Words,
)
from qualcoder_nhs.exporters.theme_packs.pack_words import (
    day,
    version_words,
)
from qualcoder_nhs.i18n import _, ngettext


def kept_back_page(pack: ThemePack) -> Iterator[Block]:
    """What was left out and what was widened, a point each."""
    yield NewPage()
    yield Heading(1, _("What was left out, and what was widened"))
    left = _left_out(pack)
    for sentence in left:
        yield Words(sentence, Tone.POINT)
    if pack.widened:
        yield Words(f"{_widened_words(pack)}:", Tone.LABEL)
    for one in pack.widened:
        yield Words(one.words, Tone.POINT)
    if not left and not pack.widened:
        yield Words(_("Nothing was left out, and nothing was widened."))


def kept_back(pack: ThemePack) -> list[str]:
    """A sentence for each thing that is not in the pack, or not told in full."""
    told = _left_out(pack)
    if pack.widened:
        told.append(f"{_widened_words(pack)}: {'; '.join(one.words for one in pack.widened)}.")
    return told


def _widened_words(pack: ThemePack) -> str:
    return ngettext(
        "{n} description is widened because too few people share it",
        "{n} descriptions are widened because too few people share them",
        len(pack.widened),
    )


def _left_out(pack: ThemePack) -> list[str]:
    told: list[str] = []
    if pack.spared:
        words = ngettext(
            "{n} excerpt carries the flag “identifying detail” and is left out:",
            "{n} excerpts carry the flag “identifying detail” and are left out:",
            len(pack.spared),
        )
        where = dict.fromkeys(one.reference.strip("[]") for one in pack.spared)
        told.append(f"{words} {', '.join(where)}.")
    for one in pack.left_out:
        words = ngettext("{n} excerpt is left out:", "{n} excerpts are left out:", one.count)
        told.append(f"{words} {one.why}.")
    return told


def codebook_appendix(pack: ThemePack) -> Iterator[Block]:
    """The codes that are used, as the codebook has them; nothing where there are none."""
    if not pack.codebook:
        return
    yield NewPage()
    title = _("Appendix A. Codebook {version} (codes used)")
    yield Heading(1, title.format(version=version_words(pack)))
    header = (_("Code"), _("Definition"), _("Use"), _("Do not use"))
    rows = tuple(
        (f"{one.code.name} ({one.code.slug})", one.code.definition, one.code.use,
         one.code.do_not_use)
        for one in pack.codebook
    )  # fmt: skip
    yield Grid(header, rows, (3.2, 4.6, 4.2, 4.0), (False,) * 4)


def audit_appendix(pack: ThemePack, audit: Audit) -> Iterator[Block]:
    """Who coded how much, in which rounds, and how far they agreed."""
    yield NewPage()
    yield Heading(1, _("Appendix B. How this was coded"))
    rows = tuple((one.name, str(one.codings), str(one.transcripts)) for one in audit.coders)
    title = _("Codings of the layer “{layer}”").format(layer=pack.layer)
    header = (_("Coder"), _("Codings"), _("Transcripts"))
    yield Grid(header, rows, (6, 3, 3), (False,) * 3, title)
    if audit.rounds:
        yield _rounds(audit)
    if audit.agreement:
        yield _agreement(audit)
        note = _("Krippendorff’s alpha for each code, on the unit and the rule of the round.")
        yield Words(note, Tone.SMALL)


def _rounds(audit: Audit) -> Grid:
    rows = tuple(
        (
            one.name,
            ", ".join(one.coders),
            str(one.transcripts),
            _("blind") if one.blind else _("open"),
            day(one.opened) if one.opened else "–",
            day(one.ended) if one.ended else "–",
        )
        for one in audit.rounds
    )
    header = (
        _("Round"), _("Coders"), _("Transcripts"), _("Codings seen"), _("Opened"), _("Ended")
    )  # fmt: skip
    right = (False,) * 6
    return Grid(header, rows, (2.5, 3.5, 2.2, 2.2, 2.8, 2.8), right, _("Rounds"))


def _agreement(audit: Audit) -> Grid:
    rows = tuple((one.code, one.alpha, one.passages) for one in audit.agreement)
    header = (_("Code"), _("Alpha [95 % interval]"), _("Passages"))
    title = _("Agreement by code in the round “{name}”").format(name=audit.of_round)
    return Grid(header, rows, (6, 4, 2), (False, True, True), title)
