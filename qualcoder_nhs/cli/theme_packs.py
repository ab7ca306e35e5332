"""Commands that write what is handed out: export STUDY themes, handout or extract OUT."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from qualcoder_nhs.cli.listing import listed
from qualcoder_nhs.cli.noting import note_in
from qualcoder_nhs.cli.output import json_out, progress_bar
from qualcoder_nhs.cli.reading import as_option, json_option, study_argument
from qualcoder_nhs.cli.studies import acting_known, to_read
from qualcoder_nhs.domain.attributes import FEW_PEOPLE
from qualcoder_nhs.domain.attribution import TEMPLATE
from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.domain.ids import GroupId, ThemeId
from qualcoder_nhs.domain.theme_pack import Order, PackTheme, ThemePack, ThemePackWish
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.crowd import refuse_template
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.tasks.hand_outs import HANDOUT_TEMPLATE, write_extract, write_handout
from qualcoder_nhs.tasks.theme_pack import MakePack, WritePack

_PARTS = ("memos", "counts", "matrix", "codebook", "audit", "references")


def several(flag: str, told: str) -> Callable[[Any], Any]:
    """An option that takes names, several times or with commas."""
    return click.option(flag, multiple=True, metavar="A,B", help=told)


def _without_options(command: Any) -> Any:
    for part in reversed(_PARTS):
        command = click.option(f"--no-{part}", part, is_flag=True, help=f"Without {part}.")(command)
    return command


@click.command("export themes")
@study_argument
@click.argument("out", required=False, type=click.Path(path_type=Path))
@several("--theme", "Only these themes.")
@several("--code", "Only these codes of them.")
@several("--role", "Only what these roles say.")
@several("--group", "Only from these groups.")
@several("--coder", "Only what these coders coded.")
@click.option("--layer", metavar="L", help="Of this layer: open, settled or a round.")
@click.option("--no-roll-up", "alone", is_flag=True, help="Without the codes beneath a code.")
@click.option("--cleaned", is_flag=True, help="Without fillers and false starts; … marks each.")
@click.option("--context", default=0, type=click.IntRange(0, 3), help="Turns before and after.")
@click.option("--order", type=click.Choice([one.value for one in Order]), default="guide")
@click.option("--per-code", default=0, type=click.IntRange(0), help="At most; 0 means all.")
@click.option("--per-person", default=0, type=click.IntRange(0), help="At most, in a theme.")
@click.option("--template", default=TEMPLATE, show_default=True, help="How words are attributed.")
@click.option("--minimum", default=FEW_PEOPLE, show_default=True, type=click.IntRange(1),
              help="What fewer people share is widened.")  # fmt: skip
@click.option("--identifying", is_flag=True, help="Identifying attributes may be told.")
@_without_options
@as_option
@json_option
def themes(
    study: Path,
    out: Path | None,
    asker: str | None,
    as_json: bool,  # noqa: FBT001
    **said: Any,
) -> None:
    """Write a theme pack; with --json, and no OUT, tell what would be in it and what would not."""
    if as_json is bool(out):
        raise click.UsageError(_("Either --json or a file to write."))
    with to_read(study) as opened, progress_bar(_("Theme pack")) as progress:
        who = acting_known(opened, asker)
        wish = opened.ask(pack_wish, said)
        if out is None:
            pack = MakePack(wish, agreement=False).run(opened, who, progress)
        else:
            exported = WritePack(wish, out).write(opened, who, progress)
    if out is None:
        json_out(preview(pack))
    else:
        click.echo(exported.words)
        note_in(study, "themes", out, exported)


@click.command("export handout")
@study_argument
@click.argument("out", type=click.Path(path_type=Path))
@several("--theme", "Only these themes.")
@click.option("--cleaned", is_flag=True, help="Without fillers and false starts; … marks each.")
@click.option("--template", default=HANDOUT_TEMPLATE, show_default=True, help="Whose words.")
@click.option("--minimum", default=FEW_PEOPLE, show_default=True, type=click.IntRange(1),
              help="What fewer people share is widened.")  # fmt: skip
@as_option
def handout(
    study: Path,
    out: Path,
    theme: Sequence[str],
    asker: str | None,
    **said: Any,
) -> None:
    """Write a hand-out for a seminar, as pages or slides: themes, figures and a few quotes."""
    with to_read(study) as opened, progress_bar(_("Hand-out")) as progress:
        who = acting_known(opened, asker)
        chosen = opened.ask(_themes, theme)
        exported = write_handout(opened, who, ThemePackWish(chosen, **said), out, progress)
    click.echo(exported.words)
    note_in(study, "handout", out, exported)


@click.command("export extract")
@study_argument
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--participant", required=True, metavar="FG1/P3", help="Whose words.")
@as_option
def extract(study: Path, out: Path, participant: str, asker: str | None) -> None:
    """Write what one participant said, with turn numbers and the questions, to check back."""
    with to_read(study) as opened:
        exported = write_extract(opened, acting_known(opened, asker), participant, out)
    click.echo(exported.words)
    note_in(study, "extract", out, exported)


def _themes(read: Reader, values: Sequence[str]) -> tuple[ThemeId, ...]:
    known = {one.name for one in read.themes()}
    return tuple(read.theme(one).id for one in listed(values, known))


def pack_wish(read: Reader, said: dict[str, Any]) -> ThemePackWish:
    """What the words of the command line mean.

    Raises:
        NoSuch, Ambiguous: when a name means nothing, or several things.
        NotAChoice, AttributesNobody: when the template asks for what is not known, or nothing.
    """
    refuse_template(read, said["template"])
    book = read.codebook()
    names = {one.name for one in book.codes}
    parts = {part: not said[part] for part in _PARTS}
    return ThemePackWish(
        themes=_themes(read, said["theme"]),
        codes=frozenset(book.find(one).id for one in listed(said["code"], names)),
        roll_up=not said["alone"],
        layer=read.layer_called(said["layer"]) if said["layer"] else None,
        coders=frozenset(read.coder(one).id for one in _named(said["coder"])),
        roles=frozenset(_roles(read, said["role"])),
        groups=frozenset(_groups(read, said["group"])),
        cleaned=said["cleaned"],
        context=said["context"],
        order=Order(said["order"]),
        per_code=said["per_code"],
        per_person=said["per_person"],
        template=said["template"],
        minimum=said["minimum"],
        identifying=said["identifying"],
        **parts,
    )


def _named(values: Sequence[str]) -> list[str]:
    return listed(values, ())


def _roles(read: Reader, values: Sequence[str]) -> Iterable[str]:
    known = {one.role for one in read.participants().values() if one.role}
    for one in listed(values, known):
        if one not in known:
            raise NoSuch(kind="role", name=one)
        yield one


def _groups(read: Reader, values: Sequence[str]) -> Iterable[GroupId]:
    known = {one.name: one.id for one in read.groups().values()}
    for one in listed(values, known):
        if one not in known:
            raise NoSuch(kind="group", name=one)
        yield known[one]


def preview(pack: ThemePack) -> dict[str, object]:
    """What would be in a pack, and what would not, as JSON."""
    return {
        "study": pack.study,
        "export": pack.number,
        "layer": pack.layer,
        "codebook": pack.version,
        "excerpts": pack.excerpts,
        "themes": [_theme(one) for one in pack.themes],
        "identifying": [
            {"theme": one.theme, "reference": one.reference.strip("[]")} for one in pack.spared
        ],
        "left_out": [{"count": one.count, "why": one.why} for one in pack.left_out],
        "widened": [
            {"from": one.full, "to": one.told, "people": one.people} for one in pack.widened
        ],
    }


def _theme(theme: PackTheme) -> dict[str, object]:
    whole = theme.whole
    return {
        "number": theme.number,
        "name": theme.name,
        "codes": [one.code.slug for one in theme.lines],
        "excerpts": len(theme.excerpts),
        "groups": [len(whole.groups), whole.groups_of],
        "participants": [len(whole.participants), whole.participants_of],
        "turns": whole.turns,
        "checks": list(theme.checks),
    }
