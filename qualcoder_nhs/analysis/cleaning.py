"""Light cleaning of quotes: fillers and false starts go, and a mark stands where each was."""

import re

GAP = "…"
"""Stands where words were left out."""

_OPENING = r"[,\s–—]*"
_AFTER = r"(?:\s*[,–—]+|\s*…)?"
# “ER” is a place and stays; so does “mm” in “50 mm”.
_HESITATES = r"[Uu]h?m+|[Uu]h+|[Ee]r*m|[Ee]r+m*|[Hh]?mm+"
_FILLER = re.compile(rf"{_OPENING}(?<![\w’'-])(?<!\d )(?:{_HESITATES})(?![\w’'-]){_AFTER}")
_SET_OFF = re.compile(r"\s*,\s*(?:you know|I mean)\s*,")
# “I th- I think”, “the thea– theatre”: a word that is broken off, and begun again.
_BROKEN = re.compile(r"(?<![\w’'-])((?:[\w’']+ ){0,3}[\w’']+)[-–—…]+\s+(?=\1)", re.IGNORECASE)
_SMALL = "I|the|a|an|and|but|so|we|it|he|she|they|you|to|of|in|on|at|is|was|it’s|it's|my|our|if"
# “the, the theatre”; not “no, no” and “very very”, which are meant.
_TWICE = re.compile(rf"(?<![\w’'-])({_SMALL}),?\s+(?=\1(?![\w’'-]))", re.IGNORECASE)
_GAPS = re.compile(rf"\s*{GAP}(?:[\s,]*{GAP})*[ \t]*")
_WORD = re.compile(r"\w")


def cleaned(words: str) -> str:
    """The words without fillers and false starts; as they are where nothing else was said.

    Only what hesitates goes (`um`, `erm`; `you know` and `I mean` between commas), and what is
    broken off to be begun again. Nothing is put in but the mark, and no order changes.
    """
    told = words
    for pattern in (_FILLER, _SET_OFF, _BROKEN, _TWICE):
        told = pattern.sub(f" {GAP} ", told)
    if told == words or not _WORD.search(told):
        return words
    return _GAPS.sub(f" {GAP} ", told).strip(" ").replace(f"{GAP} .", f"{GAP}.")
