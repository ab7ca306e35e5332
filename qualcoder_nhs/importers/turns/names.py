"""What a speaker's label can be: names, roles and ids, and not the beginning of a sentence."""

import re
from functools import lru_cache

from qualcoder_nhs.importers.turns import lexicon

LONGEST = 60

_ROLE = 5  # words of what somebody is
_ADDITION = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_ID = re.compile(r"(?:\w{1,12}[ .\-_#]?)?[A-Z]{0,3}\d{1,3}[A-Za-z]?|[A-Z]{1,4}\d?", re.UNICODE)
_FORBIDDEN = re.compile(r"[:?;!=“”\"«»{}\[\]<>*\t|\\/@]|\s\s|\.\.|…|\d[.:]\d|,\s*[a-z]|^[.,\-–—']")
_CODE = re.compile(r"[^\W\d_]{1,4}[-_.]?\d{1,3}[a-z]?", re.IGNORECASE)
_UNNAMED = re.compile(
    r"(?:unknown|unidentified|unnamed)"
    r"(?: (?:fe)?male| m[ae]n| wom[ae]n)?(?: (?:person|speaker|voice|participant|respondent)s?)?"
    r"(?: \d{1,2})?"
)
_UNKNOWN_MARK = re.compile(r"\w{0,12} ?\d*\?{1,3}")
_TOKEN = re.compile(r"[\w'’.\-]+|&")
_PROPER = re.compile(r"(?:[a-z]{1,3}[-'’])?(?=[^\W\d_a-z])")
_GIVEN = re.compile(r"(?=[^\W\d_a-z])[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*")
_HANDLE = re.compile(r"@(?=\w[\w.\-]{0,30}$)")
_PHONE = re.compile(r"\+\d[\d* \-]{4,18}")
_JOINT = re.compile(r"\s*(?:,|/|&|\+|\band\b|\bund\b|\bet\b|\by\b)\s*", re.IGNORECASE)
_CLIPPED = re.compile(r"(?<=\w)['’](?:re|ve|ll|d|m)$|n['’]t$")


def bare(label: str) -> str:
    """The label without additions in brackets: `Dr Smith (GP)` is `Dr Smith`."""
    while True:
        shorter = _ADDITION.sub("", label)
        if shorter == label or not shorter.strip():
            return label
        label = shorter


@lru_cache(maxsize=4096)
def key_of(label: str) -> str:
    """The label as repeats are counted: case, blanks and an addition in brackets left aside."""
    return " ".join(bare(label).casefold().replace("’", "'").split())


@lru_cache(maxsize=4096)
def is_identifier(label: str) -> bool:
    """Whether it is an id or a role with or without a number: `P4`, `MD-03`, `Speaker 3`."""
    name = bare(label)
    return (
        bool(_ID.fullmatch(name) and any(map(str.isalpha, name)))
        or is_role(name)
        or is_collective(name)
        or _is_joint(name)
    )


def _is_joint(name: str) -> bool:
    parts = joint_parts(name)
    return len(parts) > 1 and all(map(is_identifier, parts))


def is_code(label: str) -> bool:
    """Whether it is a short code for a person, or a role with a number: `P7`, `Speaker 3`, `I`."""
    name = bare(label)
    numbered = _numbered(label) and (bool(_CODE.fullmatch(name)) or is_role(name))
    return numbered or name == "I"


def is_role(label: str) -> bool:
    """Whether the word, its number left aside, says what somebody does in a session."""
    stem = _stem(label)
    return len(stem) > 1 and (
        stem in lexicon.MODERATORS
        or stem in lexicon.CO_MODERATORS
        or stem in lexicon.NOTE_TAKERS
        or stem in lexicon.PARTICIPANTS
    )


def is_collective(label: str) -> bool:
    """Whether it stands for several people at once or for somebody unknown."""
    key = key_of(label)
    if key in lexicon.SEVERAL or key in lexicon.UNKNOWN:
        return True
    return bool(_UNNAMED.fullmatch(key) or re.fullmatch(r"\?+", key))


def is_initials(label: str) -> bool:
    """Whether it is two capitals, as people are called where names are left out: `JS`, `NB`."""
    return len(label) == 2 and label.isalpha() and label.isupper()


def is_given_name(label: str) -> bool:
    """Whether it is one capitalised word, as `Anna` is; many other words are, too."""
    return bool(_GIVEN.fullmatch(label))


@lru_cache(maxsize=4096)
def is_name(label: str) -> bool:
    """Whether it is two or more capitalised words, as names of people are."""
    words = bare(label).split()
    return len(words) > 1 and all(
        _PROPER.match(word) or word.casefold() in lexicon.CONNECTING for word in words
    )


def is_titled(label: str) -> bool:
    """Whether it is a name with a title before it: `Dr Roe`, `Lady Hallett`."""
    title, _blank, name = bare(label).partition(" ")
    return title.casefold().rstrip(".") in lexicon.TITLES and name[:1].isupper()


def series_of(label: str) -> str | None:
    """What `P1` and `P7` have in common; None where the label has no number."""
    key = key_of(label)
    return re.sub(r"\d+", "#", key) if any(map(str.isdigit, key)) else None


def joint_parts(label: str) -> tuple[str, ...]:
    """The labels that a joint one names, `P2 and 4` being P2 and P4; a single label alone."""
    parts = [part for part in _JOINT.split(bare(label)) if part]
    prefix = re.match(r"\D*", parts[0])[0] if parts else ""  # type: ignore[index]
    full = [prefix + part if part.isdigit() and prefix else part for part in parts]
    return tuple(full) if len(full) > 1 else (label,)


@lru_cache(maxsize=4096)
def is_plausible(label: str) -> bool:
    """Whether this could be what a transcriber calls a speaker."""
    name, key = bare(label).strip(), key_of(label)
    if _UNKNOWN_MARK.fullmatch(name) or _PHONE.fullmatch(name):
        return True
    name = _without_role(_HANDLE.sub("", name))
    if (
        not name
        or len(label) > LONGEST + 40
        or len(name) > LONGEST
        or _FORBIDDEN.search(_spread(name))
    ):
        return False
    if (announces(key) and not is_initials(name)) or not any(map(str.isalnum, name)):
        return False
    tokens = _TOKEN.findall(name)
    return 0 < len(tokens) <= 8 and not _is_speech(tokens)


def _without_role(name: str) -> str:
    """`Ann Roe, chief executive` is a name with what she is; `In short, to me` is none."""
    who, comma, what = name.partition(", ")
    words = what.split()
    told = words and words[0] not in lexicon.OPENERS and not lexicon.SPOKEN.intersection(words)
    return who if comma and is_name(who) and told and len(words) <= _ROLE else name


def _spread(name: str) -> str:
    """A joint label by slashes is no path: `P2/P4`."""
    return re.sub(r"(?<=\w)\s?/\s?(?=\w)", " & ", name) if len(name) <= 30 else name


def announces(key: str) -> bool:
    """Whether a label, by its key, says what follows and not who speaks: `note`, `topic 2`."""
    if key in lexicon.PAIRED:
        return False
    stem = re.sub(r"[\s.\-]*\d+[a-z]?$", "", key)
    return key in lexicon.NEVER or (stem != key and stem in lexicon.NEVER)


def _is_speech(tokens: list[str]) -> bool:
    if len(tokens) > 2 and tokens[-1].isupper() and not tokens[0].isupper():
        tokens = tokens[:-1]  # letters after a name, as in `Lynne Roe AM`
    words = [token.casefold().replace("’", "'") for token in tokens]
    if len(words) == 1:
        return bool(_CLIPPED.search(words[0])) or words[0] in lexicon.SPOKEN - {"i", "me"}
    proper = all(token[0].isupper() for token in tokens)
    if any(word in lexicon.SPOKEN or _CLIPPED.search(word) for word in words):
        return True
    if not proper and any(word in lexicon.SPOKEN_OR_NAME for word in words):
        return True
    if words[0] in lexicon.OPENERS and not proper and not lexicon.PERSONS & set(words):
        return True
    return _runs_on(tokens)


def _runs_on(tokens: list[str]) -> bool:
    """Whether there are too many small words for a name."""
    small = [
        token
        for token in tokens
        if token[0].islower() and token not in lexicon.CONNECTING and token not in lexicon.PERSONS
    ]
    return len(small) > (3 if len(small) == len(tokens) else 2)


def _stem(label: str) -> str:
    words = (
        re.sub(r"[\s\-_#.]*\d*[A-Za-z]?$", "", key_of(label)) if _numbered(label) else key_of(label)
    )
    return re.sub(r"\s+|_", "-", words.strip(" .")) if words else ""


def _numbered(label: str) -> bool:
    return bool(re.search(r"\d[A-Za-z]?$", bare(label).strip()))
