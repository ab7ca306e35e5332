"""A Rich Text document read token by token: its blocks, and what it says elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from qualcoder_nhs.importers.format import Endless
from qualcoder_nhs.importers.rtf import rtf_codepages, rtf_places
from qualcoder_nhs.importers.rtf.rtf_blocks import Blocks
from qualcoder_nhs.importers.rtf.rtf_letters import Letters
from qualcoder_nhs.importers.rtf.rtf_places import (
    BODY,
    DESTINATIONS,
    FONTS,
    NOWHERE,
    TWICE,
    Elsewhere,
)
from qualcoder_nhs.importers.rtf.rtf_tokens import Kind, Token

_DEEPEST = 1000

_CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}
_SIGNS = {"~": "\u00a0", "_": "\u2011", "\t": "\t", "{": "{", "}": "}", "\\": "\\"}
_PARAGRAPH_ENDS = {"par", "sect", "page", "column"}


@dataclass(slots=True)
class _Looks:
    """What holds within a group: where its words belong, and how they are set."""

    place: str = BODY
    font: int | None = None
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    instead: int = 1
    in_table: bool = False


class Document:
    """Reads the tokens of one file; `cut` says that they end before the file's last group does."""

    def __init__(self) -> None:
        self.blocks = Blocks()
        self.elsewhere = Elsewhere()
        self.unknown_code_pages: list[int] = []
        self.insertions = 0
        self.cut = True
        self._looks = _Looks()
        self._above: list[_Looks] = []
        self._letters = Letters()
        self._starred = False
        self._encoding = rtf_codepages.WESTERN
        self._fonts: dict[int, str | None] = {}
        self._defined = self._usual_font = 0

    def read(self, tokens: Iterable[Token]) -> None:
        """Take in the whole file.

        Raises:
            Endless: when it is nested deeper, or is longer, than any transcript.
        """
        for token in tokens:
            if token.kind is Kind.WORDS:
                self._letters.add(token.text, self._alphabet())
            elif token.kind is Kind.BRACE:
                self._brace(token.text)
            elif token.kind is Kind.SIGN:
                self._sign(token.text)
            else:
                self._word(token.text, token.number)
            if not self._above:
                self.cut = False
                break
        self._flush()

    def _alphabet(self) -> str:
        font = self._usual_font if self._looks.font is None else self._looks.font
        return self._fonts.get(font) or self._encoding

    def _flush(self) -> None:
        """Give what was written to where it belongs, before anything about it changes."""
        words, looks = self._letters.taken(), self._looks
        if looks.place != BODY:
            self.elsewhere.add(looks.place, words)
        elif looks.deleted or looks.hidden:
            self.elsewhere.add(rtf_places.DELETED if looks.deleted else rtf_places.HIDDEN, words)
        else:
            self.blocks.add(words, bold=looks.bold)

    def _brace(self, brace: str) -> None:
        self._flush()
        self._letters.skip_no_more()
        self._starred = False
        if brace == "{":
            if len(self._above) >= _DEEPEST:
                raise Endless
            self._above.append(replace(self._looks))
        else:
            if self._looks.place != self._above[-1].place:
                self.elsewhere.add(self._looks.place, " ")
            self._looks = self._above.pop()

    def _sign(self, sign: str) -> None:
        self._letters.skip_no_more()
        if sign == "*":
            self._starred = True
        elif sign in "\r\n":
            self._end_paragraph()
        elif sign in _SIGNS:
            self._letters.add_sign(_SIGNS[sign])

    def _word(self, word: str, number: int | None) -> None:
        if word == "u":
            self._letters.add_numbered(number or 0, self._looks.instead)
            return
        self._letters.skip_no_more()
        starred, self._starred = self._starred, False
        if word in _CHARACTERS:
            self._letters.add_sign(_CHARACTERS[word])
        elif word in DESTINATIONS or starred:
            self._destination(word)
        elif word in _PARAGRAPH_ENDS:
            self._end_paragraph()
        elif word in _OF_TABLES:
            self._table(word)
        elif self._looks.place == FONTS:
            self._font_table(word, number or 0)
        elif word in _SETTINGS:
            self._flush()
            self._setting(word, number)

    def _destination(self, word: str) -> None:
        """The group belongs elsewhere; within what is nowhere, all is, but for its second form."""
        self._flush()
        looks = self._looks
        if word == "ud" and looks.place == TWICE and len(self._above) > 1:
            looks.place = self._above[-2].place
        elif looks.place not in (NOWHERE, TWICE) and word not in rtf_places.WRAPPERS:
            self.elsewhere.pictures += word == "pict"
            looks.place = DESTINATIONS.get(word, NOWHERE)

    def _end_paragraph(self) -> None:
        self._flush()
        if self._looks.place == BODY:
            self.blocks.end_paragraph(in_table=self._looks.in_table)
        else:
            self.elsewhere.add(self._looks.place, " ")

    def _table(self, word: str) -> None:
        self._flush()
        if self._looks.place == BODY:
            _OF_TABLES[word](self.blocks)

    def _font_table(self, word: str, number: int) -> None:
        if word == "f":
            self._defined = number
        elif word == "fcharset":
            self._fonts[self._defined] = rtf_codepages.of_charset(number)
        elif word == "cpg":
            self._fonts[self._defined] = self._code_page(number)

    def _code_page(self, number: int) -> str:
        known = rtf_codepages.of_code_page(number)
        if known is None:
            self.unknown_code_pages.append(number)
        return known or rtf_codepages.WESTERN

    def _setting(self, word: str, number: int | None) -> None:
        """Words that say how what follows is meant; all others say how it looks."""
        looks = self._looks
        on = number != 0
        match word:
            case "f":
                looks.font = number
            case "b":
                looks.bold = on
            case "v":
                looks.hidden = on
            case "deleted":
                looks.deleted = on
            case "revised":
                self.insertions += on
            case "uc":
                looks.instead = max(0, number or 0)
            case "intbl":
                looks.in_table = on
            case "pard":
                looks.in_table = False
            case "plain":
                looks.font, looks.bold, looks.hidden, looks.deleted = None, False, False, False
            case _:
                self._of_file(word, number or 0)

    def _of_file(self, word: str, number: int) -> None:
        if word in rtf_codepages.KEYWORDS:
            self._encoding = rtf_codepages.KEYWORDS[word]
        elif word == "ansicpg":
            self._encoding = self._code_page(number) if number else self._encoding
        elif word == "deff":
            self._usual_font = number
        elif word == "ftnalt" and self._looks.place == rtf_places.FOOTNOTES:
            self._looks.place = rtf_places.ENDNOTES


_SETTINGS = {
    "f",
    "b",
    "v",
    "deleted",
    "revised",
    "uc",
    "intbl",
    "pard",
    "plain",
    "ansicpg",
    "deff",
    "ftnalt",
}
_SETTINGS.update(rtf_codepages.KEYWORDS)
_OF_TABLES = {
    "cell": Blocks.end_cell,
    "row": Blocks.end_row,
    "nestcell": Blocks.end_inner_cell,
}
