"""How OpenDocument files look: a style a line, in the type and the colours of the Word files."""

from collections.abc import Iterator

from qualcoder_nhs.exporters.word.word_looks import (
    INK,
    INSET,
    LINE,
    NUMBER,
    SECOND,
    SERIF,
    SPEAKER,
    TEXT_WIDTH,
    THIRD,
    Look,
)

_WIDE = NUMBER + SPEAKER
_LOOKS = (
    Look("Title", 25, after=2, line=1.0),
    Look("Subtitle", 13, ink=THIRD, after=16, line=1.0),
    Look("Heading 1", 18, bold=True, before=26, after=4, line=1.0, with_next=True),
    Look("Heading 2", 14, bold=True, before=20, after=3, line=1.0, with_next=True),
    Look("Heading 3", 12, bold=True, before=16, after=3, line=1.0, with_next=True),
    Look("Heading 1 new page", 18, bold=True, after=4, line=1.0, with_next=True),
    Look("Text body", 10.5, after=6, line=1.25),
    Look("Text body kept", 10.5, after=6, line=1.25, with_next=True),
    Look("Detail", 10, ink=SECOND, after=1, left=2.6, first=-2.6, tabs=(2.6,)),
    Look("Contents 1", 10.5, before=3, after=1, line=1.0),
    Look("Contents 2", 10, ink=SECOND, after=1, line=1.0, left=INSET),
    Look("Statement", 12, SERIF, after=8, line=1.3, left=NUMBER),
    Look("Label", 10.5, bold=True, before=6, after=1, with_next=True),
    Look("Small", 8.5, ink=THIRD, before=4, after=10, line=1.1),
    Look("Point", 10.5, after=4, line=1.2, left=0.6, first=-0.6, tabs=(0.6,)),
    Look("Asked", 9.5, ink=SECOND, before=12, after=2, left=NUMBER, with_next=True),
    Look("Quoted", 11, SERIF, before=8, after=3, line=1.25, left=NUMBER, first=-NUMBER,
         tabs=(NUMBER,), with_next=True),
    Look("Quoted alone", 11, SERIF, before=8, after=3, line=1.25, left=NUMBER, first=-NUMBER,
         tabs=(NUMBER,)),
    Look("Turn", 11, SERIF, before=3, after=3, line=1.25, left=_WIDE, first=-_WIDE,
         tabs=(NUMBER, _WIDE), with_next=True),
    Look("Grey turn", 9.5, SERIF, ink=THIRD, before=2, after=2, line=1.2, left=_WIDE,
         first=-_WIDE, tabs=(NUMBER, _WIDE), with_next=True),
    Look("Source", 9.5, ink=SECOND, after=6, line=1.0, left=NUMBER, right_tab=True),
    Look("Quote note", 9.5, ink=SECOND, after=6, left=NUMBER),
    Look("Table head", 8.5, ink=THIRD, bold=True, before=2, after=2, line=1.0, with_next=True),
    Look("Table cell", 8.5, before=2, after=2, line=1.05),
    Look("Table head right", 8.5, ink=THIRD, bold=True, before=2, after=2, line=1.0),
    Look("Table cell right", 8.5, before=2, after=2, line=1.05),
    Look("Table gap", 4, after=0, line=1.0),
)  # fmt: skip


def styles() -> Iterator[str]:
    """Every style as the element that a file holds."""
    yield from map(_paragraph, _LOOKS)
    yield (
        '<style:style style:name="Strong_20_Emphasis" style:family="text">'
        '<style:text-properties fo:font-weight="bold"/></style:style>'
    )
    for name, may_break in (("Grid", "true"), ("Whole", "false")):
        yield (
            f'<style:style style:name="{name}" style:family="table"><style:table-properties '
            f'style:width="{TEXT_WIDTH}cm" table:align="left" '
            f'style:may-break-between-rows="{may_break}"/></style:style>'
        )
    for share in range(1, 101):
        yield (
            f'<style:style style:name="Column{share}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{TEXT_WIDTH * share / 100:.2f}cm"'
            "/></style:style>"
        )
    yield (
        '<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties '
        f'fo:border-bottom="0.5pt solid #{LINE}" fo:padding="0.1cm"/></style:style>'
    )
    yield (
        '<style:style style:name="Row" style:family="table-row">'
        '<style:table-row-properties fo:keep-together="always"/></style:style>'
    )


def _paragraph(look: Look) -> str:
    stops = "".join(f'<style:tab-stop style:position="{_stop(look, at)}cm"/>' for at in look.tabs)
    if look.right_tab:
        place = TEXT_WIDTH - look.left
        stops += f'<style:tab-stop style:position="{place}cm" style:type="right"/>'
    named = look.name.replace(" ", "_20_")
    return (
        f'<style:style style:name="{named}" style:display-name="{look.name}" '
        f'style:family="paragraph"{_outline(look)}>'
        f"<style:paragraph-properties {_shape(look)}><style:tab-stops>{stops}</style:tab-stops>"
        f"</style:paragraph-properties><style:text-properties {_type(look)}/></style:style>"
    )


def _outline(look: Look) -> str:
    """What makes a style a heading for the navigation pane."""
    if not look.name.startswith("Heading "):
        return ""
    return f' style:default-outline-level="{look.name.split()[1]}"'


def _shape(look: Look) -> str:
    told = [
        f'fo:margin-top="{look.before}pt" fo:margin-bottom="{look.after}pt"',
        f'fo:margin-left="{look.left}cm" fo:text-indent="{look.first}cm"',
        f'fo:line-height="{look.line:.0%}" fo:orphans="2" fo:widows="2"',
    ]
    if look.with_next:
        told.append('fo:keep-with-next="always"')
    if look.name.endswith("right"):
        told.append('fo:text-align="end"')
    if look.name.endswith("new page"):
        told.append('fo:break-before="page"')
    return " ".join(told)


def _type(look: Look) -> str:
    weight = "bold" if look.bold else "normal"
    return (
        f'fo:font-family="{look.font}" style:font-family-generic='
        f'"{"roman" if look.font == SERIF else "swiss"}" fo:font-size="{look.size}pt" '
        f'fo:color="#{look.ink or INK}" fo:font-weight="{weight}" '
        'fo:language="en" fo:country="GB"'
    )


def _stop(look: Look, place: float) -> float:
    """Places of tabs are counted from the indent in OpenDocument."""
    return round(place - look.left, 2)
