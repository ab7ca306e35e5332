"""The command that tells the themes: what they claim, how widely, with which words."""

from pathlib import Path
from typing import Any

import click

from qualcoder_nhs.cli.output import json_out
from qualcoder_nhs.cli.reading import as_option, json_option, study_argument
from qualcoder_nhs.cli.studies import acting_known, to_read
from qualcoder_nhs.domain.counts import Count
from qualcoder_nhs.domain.theme_page import Chosen, ThemePage
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.theme_page import ThemeWish, theme_pages

Json = dict[str, Any]


@click.command()
@study_argument
@as_option
@click.option("--layer", metavar="L", help="Settled where it exists, else open, unless named.")
@json_option
def themes(study: Path, asker: str | None, layer: str | None, as_json: bool) -> None:  # noqa: FBT001
    """Themes with their statements, counts, quotes and what goes against them."""
    with to_read(study) as opened:
        wish = ThemeWish(layer=layer)
        pages = opened.ask_as(acting_known(opened, asker), theme_pages, wish)
    if as_json:
        json_out({"themes": [_theme_json(page) for page in pages]})
        return
    for page in pages:
        _print_theme(page)


def _theme_json(page: ThemePage) -> Json:
    statement = page.statement
    return {
        "id": page.theme.id,
        "number": page.number,
        "name": page.theme.name,
        "serves": page.theme.serves,
        "layer": page.layer,
        "statement": statement.text if statement else None,
        "statements": [
            {"text": one.text, "by": one.by, "made": one.made.isoformat()} for one in page.history
        ],
        "whole": _count_json(page, page.whole),
        "codes": [
            {
                "code": line.code.slug,
                "name": line.code.name,
                "path": line.path,
                **_count_json(page, line.count),
            }
            for line in page.codes
        ],
        "quotes": [_quote_json(one) for one in page.chosen],
        "memos": [{"text": one.text, "by": one.by} for one in page.memos],
        "findings": [{"check": one.check.value, "what": one.sentence} for one in page.findings],
    }


def _count_json(page: ThemePage, count: Count) -> Json:
    return {
        "groups": len(count.groups),
        "groups_of": count.groups_of,
        "participants": len(count.participants),
        "participants_of": count.participants_of,
        "turns": count.turns,
        "events": count.events,
        "words": count.words,
        "passages": count.excerpts,
        "largest_voice": page.names.get(count.loudest) if count.loudest else None,
        "as_large": sorted(page.names[who] for who in count.as_loud if who in page.names),
        "share": round(count.share, 4),
        "one_voice": count.one_voice,
    }


def _quote_json(one: Chosen) -> Json:
    words = one.words
    return {
        "id": one.quote.id,
        "transcript": words.name,
        "start": words.span.start,
        "end": words.span.end,
        "text": words.text,
        "turns": list(words.turns),
        "labels": [voice.label for voice in words.voices],
        "attribution": words.attribution,
        "asked": words.asked or None,
        "against": one.quote.against,
        "note": one.quote.note or None,
        "flags": [flag.value for flag in words.flags],
        "elsewhere": list(one.elsewhere),
        "by": one.by,
    }


def _print_theme(page: ThemePage) -> None:
    click.echo(_("Theme {n}. {name}").format(n=page.number, name=page.theme.name))
    if page.statement is not None:
        click.echo(f"  {page.statement.text}")
    told = _(
        "  {layer} codings: {groups} of {groups_of} groups, {people} of {of} people, {turns} turns"
    )
    count = page.whole
    click.echo(
        told.format(
            layer=page.layer,
            groups=len(count.groups),
            groups_of=count.groups_of,
            people=len(count.participants),
            of=count.participants_of,
            turns=count.turns,
        )
    )
    for one in page.chosen:
        mark = _("against") if one.quote.against else "  "
        click.echo(f"  {mark} “{one.words.text}” {one.words.attribution} {one.words.reference}")
    for finding in page.findings:
        click.echo(f"  ! {finding.sentence}")
