"""The alphabets of Rich Text: which letters the bytes of a font or a code page stand for."""

import codecs

WESTERN = "cp1252"

_CHARSETS = {
    0: WESTERN,
    77: "mac_roman",
    78: "shift_jis",
    79: "euc_kr",
    80: "gb2312",
    81: "big5",
    82: "johab",
    84: "mac_arabic",
    85: "mac_greek",
    86: "mac_turkish",
    88: "mac_latin2",
    89: "mac_cyrillic",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
_CODE_PAGES = {
    708: "iso8859_6",
    819: "latin_1",
    10000: "mac_roman",
    10001: "shift_jis",
    10002: "big5",
    10003: "euc_kr",
    10004: "mac_arabic",
    10006: "mac_greek",
    10007: "mac_cyrillic",
    10008: "gb2312",
    10029: "mac_latin2",
    10081: "mac_turkish",
    65001: "utf-8",
}
KEYWORDS = {"ansi": WESTERN, "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
"""What the head of a file may call its alphabet."""


def of_charset(number: int) -> str | None:
    """The encoding of a font by its character set; None where that of the file counts."""
    return _CHARSETS.get(number)


def of_code_page(number: int) -> str | None:
    """The encoding of a code page; None where nobody knows it."""
    name = _CODE_PAGES.get(number, f"cp{number}")
    try:
        codecs.lookup(name)
    except LookupError:
        return None
    return name
