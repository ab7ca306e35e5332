"""In what encoding a text was written: by its mark, as UTF-8, or by what the letters look like."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = ("cp1252", "mac_roman")  # what British offices wrote before UTF-8, the usual one first
_TYPOGRAPHIC = re.compile("[‘’“”–—…]")
_OUT_OF_PLACE = re.compile("[a-z][À-ÖØ-ÞŠŽŸ¡-¬®-¿]|\ufffd")
_SAMPLE = 1_000_000
_MOST_CONTROL = 2

CONTROL = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")
"""What stands in no text."""


def is_text(beginning: str) -> bool:
    """Whether letters that were read from a file are a text, and not something else."""
    return len(CONTROL.findall(beginning[:4000])) <= _MOST_CONTROL


def decoded(content: bytes) -> tuple[str, str]:
    """The letters, and the name of the encoding; what cannot be read becomes U+FFFD."""
    encoding = next((known for mark, known in _MARKS if content.startswith(mark)), None)
    encoding = encoding or _utf16_without_mark(content)
    if encoding:
        return content.decode(encoding, errors="replace"), encoding
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        encoding = _guess(content[:_SAMPLE])
    return content.decode(encoding, errors="replace"), encoding


def _utf16_without_mark(content: bytes) -> str | None:
    """UTF-16 that lost its mark: every other byte of Western letters is nought."""
    sample = content[:4000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 5 < len(sample) * 2 or min(even, odd) * 4 > max(even, odd):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _guess(content: bytes) -> str:
    """Few letters beyond ASCII give a general guess too little to go by: then it is a Western one.

    Of those two, the one that puts quotes and accents where English has them.
    """
    beyond = sum(byte > 127 for byte in content)
    if beyond * 4 > len(content) and (encoding := _general_guess(content)):
        return encoding
    return max(_WESTERN, key=lambda encoding: _looks(content.decode(encoding, errors="replace")))


def _general_guess(content: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415  (few texts need it)

    best = from_bytes(content).best()
    sure = best is not None and best.coherence + (best.chaos == 0) > 0
    return best.encoding if best is not None and sure else None


def _looks(text: str) -> int:
    return len(_TYPOGRAPHIC.findall(text)) - len(_OUT_OF_PLACE.findall(text))
