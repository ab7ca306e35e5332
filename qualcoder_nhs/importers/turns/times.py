"""Time marks: what they look like and how many seconds into the recording they say."""

import re

# `am` and `pm` make it a time of day, which people speak of and no recorder writes.
_CLOCK = r"(?:\d{1,2}:\d{1,2}:\d{1,2}|\d{1,3}:\d{2})(?:[.,:;\-]\d{1,3})?(?!:?\d)(?!\s?[ap]\.?m\b)"
_RANGE = rf"{_CLOCK}(?:\s*(?:--?>|[-–—]|to)\s*{_CLOCK})?"
_DOTTED = r"\d{1,2}\.\d{2}\.\d{2}"
# As Teams says it to screen readers. People say it too: it is a mark only where a line ends.
_TOLD = r"(?:\d{1,2} hours? )?\d{1,2} minutes? \d{1,2} seconds?(?=\s*(?:\n|\Z))"
_SET_APART = rf"\#{_CLOCK}\#|[\[(<{{]\s*(?:{_RANGE}|{_DOTTED})\s*[\])>}}]"

SET_APART = re.compile(_SET_APART)
MARK = re.compile(rf"{_SET_APART}|(?<![\w:.,])(?:{_RANGE}|{_TOLD})")
ALONE = re.compile(rf"\s*(?:{_SET_APART}|{_RANGE}|{_TOLD})\s*")
_AT_END = re.compile(rf"(?:{_SET_APART})\s*\Z")
_PLAIN = re.compile(r"\d{1,3}:\d{2}")
_IN_WORDS = re.compile(r"(?:(\d+) hours? )?(\d+) minutes? (\d+) seconds?")
_OF_DAY = re.compile(r"(\d{1,2})\.(\d{2})(?![.\d])")
_FIRST = re.compile(rf"{_DOTTED}|(?P<clock>\d+:\d+(?::\d+)?)(?:[.,:;\-](?P<part>\d+)(?![\d:]))?")


def seconds(mark: str) -> float:
    """The first time in a mark, in seconds: `[00:12:44]` is 764, `#00:01:02-3#` is 62.3."""
    if told := _IN_WORDS.search(mark):
        hours, minutes, rest = (int(part or 0) for part in told.groups())
        return float(hours * 3600 + minutes * 60 + rest)
    found = _FIRST.search(_OF_DAY.sub(r"\1:\2", mark))
    if found is None:
        return 0.0
    total = 0.0
    for part in re.split("[:.]", found["clock"] or found[0]):
        total = total * 60 + int(part)
    return total + float(f"0.{found['part'] or 0}")


def mark_at_end(text: str) -> re.Match[str] | None:
    """A time mark that closes the text, set apart by brackets or `#`; blanks may follow it."""
    return _AT_END.search(text, max(0, len(text) - 60))


def is_plain(mark: str) -> bool:
    """Whether it is minutes and seconds and no more, so that it may be a time of day."""
    return bool(_PLAIN.fullmatch(mark.strip()))
