"""The Word file that excerpts are set in: paper, styles, footer, properties, and no words yet."""

from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from qualcoder_nhs.exporters.word.word_looks import (
    CHARACTERS,
    LINE,
    MARGIN,
    PARAGRAPHS,
    TEXT_WIDTH,
    CharacterLook,
    Look,
)

LANGUAGE = "en-GB"

# What the template brings along and nobody asked for: a picture of another document, and styles a
# second time.
_BAGGAGE = ("stylesWithEffects", "thumbnail", "customXml")
_CURRENT_WORD = "15"


def word_file(title: str, author: str, made: datetime) -> Any:
    """An empty A4 document with the styles of `word_looks`, in British English."""
    document = Document()
    _drop_baggage(document)
    _set_paper(document)
    _set_language(document)
    for look in PARAGRAPHS:
        _dress(_style(document, look.name, WD_STYLE_TYPE.PARAGRAPH), look)
    for marked in CHARACTERS:
        _dress_characters(_style(document, marked.name, WD_STYLE_TYPE.CHARACTER), marked)
    _set_footer(document, title)
    _set_properties(document, title, author, made.astimezone(UTC).replace(tzinfo=None))
    return document


def _drop_baggage(document: Any) -> None:
    for part in (document.part, document.part.package):
        for key, relation in list(part.rels.items()):
            if relation.reltype.endswith(_BAGGAGE):
                part.rels.pop(key)
    for style in list(document.styles):
        if style.type in (WD_STYLE_TYPE.TABLE, WD_STYLE_TYPE.LIST) and not _is_default(style):
            style.element.getparent().remove(style.element)


def _is_default(style: Any) -> bool:
    return bool(style.element.get(qn("w:default")) == "1")


def _set_paper(document: Any) -> None:
    paper = document.sections[0]
    paper.page_width, paper.page_height = Cm(21), Cm(29.7)
    paper.left_margin = paper.right_margin = Cm(MARGIN)
    paper.top_margin = paper.bottom_margin = Cm(MARGIN)
    # Without this, Word shows the file as made by an old version of itself.
    settings = document.settings.element
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _CURRENT_WORD)


def _set_language(document: Any) -> None:
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), LANGUAGE)


def _style(document: Any, name: str, kind: Any) -> Any:
    styles = document.styles
    if name not in styles:
        made = styles.add_style(name, kind)
        made.base_style = styles.default(kind)
    style = styles[name]
    style.hidden = False
    style.quick_style = True
    return style


def _dress(style: Any, look: Look) -> None:
    _clear(style, "w:rPr", keep=())
    _clear(style, "w:pPr", keep=("w:outlineLvl",))
    _set_type(style, look)
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    shape.line_spacing = look.line
    shape.left_indent, shape.first_line_indent = Cm(look.left), Cm(look.first)
    shape.keep_with_next = look.with_next
    shape.widow_control = True
    for place in look.tabs:
        shape.tab_stops.add_tab_stop(Cm(place))
    if look.right_tab:
        shape.tab_stops.add_tab_stop(Cm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    if look.rule:
        _draw_rule(style, look.rule)


def _clear(style: Any, part: str, keep: tuple[str, ...]) -> None:
    """Forget what the template says of a style: its theme's fonts and colours win over ours."""
    block = style.element.find(qn(part))
    for said in list(block) if block is not None else []:
        if said.tag not in map(qn, keep):
            block.remove(said)


def _set_type(style: Any, look: Look) -> None:
    style.font.name = look.font
    fonts = style.element.rPr.rFonts
    fonts.set(qn("w:cs"), look.font)
    style.font.size = Pt(look.size)
    style.font.bold = look.bold
    style.font.color.rgb = RGBColor.from_string(look.ink)


def _dress_characters(style: Any, look: CharacterLook) -> None:
    style.font.bold = look.bold
    if look.ink:
        style.font.color.rgb = RGBColor.from_string(look.ink)
    if look.size:
        style.font.size = Pt(look.size)


def _draw_rule(style: Any, side: str) -> None:
    borders = OxmlElement("w:pBdr")
    rule = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "8"), ("color", LINE)):
        rule.set(qn(f"w:{name}"), value)
    borders.append(rule)
    # The schema wants borders before spacing and tabs; Word refuses a file where they come later.
    block = style.element.get_or_add_pPr()
    later = [block.find(qn(tag)) for tag in ("w:tabs", "w:spacing", "w:ind")]
    next(one for one in later if one is not None).addprevious(borders)


def _set_footer(document: Any, title: str) -> None:
    footer = document.sections[0].footer.paragraphs[0]
    footer.add_run(f"{title}\t")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    footer._p.append(field)  # noqa: SLF001  (python-docx has no door to fields)


def _set_properties(document: Any, title: str, author: str, made: datetime) -> None:
    """Title, coder and date; nothing of the template, nothing of the machine."""
    told = document.core_properties
    told.title, told.author, told.last_modified_by = title[:255], author[:255], author[:255]
    told.subject = told.keywords = told.comments = told.category = ""
    told.created = told.modified = made
    told.language = LANGUAGE
    told.revision = 1
