"""The account of an import: how many things of each kind a file has, and how each fared."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from textwrap import shorten

from qualcoder_nhs.domain.foreign import ForeignCoding, ForeignStudy, Kind, Noted, TableRow
from qualcoder_nhs.i18n import _

_WORDS = 80


class Account:
    """Grows while a study is taken in; nothing may stay out, or change, without a word here."""

    def __init__(self, study: ForeignStudy) -> None:
        self._study = study
        self._changed: dict[Kind, dict[str, None]] = defaultdict(dict)
        self._left: dict[Kind, dict[str, None]] = defaultdict(dict)
        self._why: dict[Kind, Counter[str]] = defaultdict(Counter)
        self._notes: list[tuple[Kind, str, str, bool]] = []
        for one in study.altered:
            self.change(one.kind, one.key, one.how)
        for left in study.left_out:
            self._why[left.kind][left.why] += 1
        for turned in study.turned:
            self._why[turned.kind][turned.how] += 1
        made = sum(code.made for code in study.codes)
        self.tell(Kind.CODES, _("made besides, since others lie beneath"), made)

    @cached_property
    def _here(self) -> Mapping[Kind, frozenset[str]]:
        """The keys of all that the reader handed over."""
        study = self._study
        return {
            Kind.TEXTS: frozenset(one.key for one in study.texts),
            Kind.CODES: frozenset(one.key for one in study.codes if not one.made),
            Kind.CODINGS: frozenset(one.key for one in study.codings),
            Kind.MEMOS: frozenset(one.key for one in study.memos),
            Kind.CASES: frozenset(one.key for one in study.cases),
            Kind.ATTRIBUTES: frozenset(study.attributes),
            Kind.CODERS: frozenset(one.key for one in study.coders),
            Kind.SETS: frozenset(one.key for one in study.sets),
            Kind.LINKS: frozenset(one.key for one in study.links),
            Kind.OTHER: frozenset(),
        }

    def change(self, kind: Kind, key: str, how: str) -> None:
        """Something comes in otherwise than the file has it."""
        if key in self._here[kind]:
            self._changed[kind][key] = None
            self._why[kind][how] += 1
            self._notes.append((kind, key, how, False))

    def leave(self, kind: Kind, key: str, why: str) -> None:
        """Something stays out."""
        self._left[kind][key] = None
        self._why[kind][why] += 1
        self._notes.append((kind, key, why, True))

    def tell(self, kind: Kind, words: str, times: int = 1) -> None:
        """Something to know of things that come in as they are."""
        if times:
            self._why[kind][words] += times

    def list_kept(self, kind: Kind, name: str, how: str) -> None:
        """Name things that come in as they are, and are to be looked at all the same."""
        self._notes.append((kind, name, how, False))

    def rows(self) -> tuple[TableRow, ...]:
        """The table: a row for every kind."""
        before = Counter(one.kind for one in self._study.left_out)
        turned = Counter(one.kind for one in self._study.turned)
        return tuple(self._row(kind, before[kind], turned[kind]) for kind in Kind)

    def items(self) -> tuple[Noted, ...]:
        """Everything that stays out or is changed, one by one, by kind."""
        names = _Names(self._study)
        noted = [Noted(one.kind, one.name, one.why, left_out=True) for one in self._study.left_out]
        noted += (Noted(kind, names.of(kind, key), how, out) for kind, key, how, out in self._notes)
        noted += (
            Noted(one.kind, names.of(Kind.CODES, one.key), one.how, left_out=False)
            for one in self._study.turned
        )
        order = list(Kind)
        return tuple(sorted(noted, key=lambda one: order.index(one.kind)))

    def _row(self, kind: Kind, before: int, turned: int) -> TableRow:
        here, gone = self._here[kind], self._left[kind].keys()
        changed = len(self._changed[kind].keys() - gone)
        left = len(gone) + before
        return TableRow(
            what=kind,
            in_file=len(here) + before + turned,
            taken=len(here) - len(gone) - changed,
            changed=changed + turned,
            left_out=left,
            why=_listed(self._why[kind], len(here) + before + turned),
        )


class _Names:
    """What people call the things of a study: codings by code and text, memos by their words."""

    def __init__(self, study: ForeignStudy) -> None:
        self._texts = {one.key: one for one in study.texts}
        self._codes = {one.key: one.name for one in study.codes}
        self._codings = {one.key: one for one in study.codings}
        self._known: dict[Kind, Mapping[str, str]] = {
            Kind.TEXTS: {one.key: one.name for one in study.texts},
            Kind.CODES: self._codes,
            Kind.MEMOS: {one.key: one.title or one.words[:60] for one in study.memos},
            Kind.CASES: {one.key: one.name for one in study.cases},
            Kind.CODERS: {one.key: one.name for one in study.coders},
            Kind.SETS: {one.key: one.name for one in study.sets},
            Kind.LINKS: {one.key: one.name for one in study.links},
        }

    def _coding(self, coding: ForeignCoding) -> str:
        told = _("{code} in {text}, character {start}: ‘{words}’")
        code, text = self._codes.get(coding.code, ""), self._texts.get(coding.text)
        begins = text.text[coding.span.start : coding.span.end][: 2 * _WORDS] if text else ""
        words = shorten(begins, _WORDS, placeholder="…")
        name = text.name if text else ""
        return told.format(code=code, text=name, start=coding.span.start, words=words)

    def of(self, kind: Kind, key: str) -> str:
        """The name of a thing; its key where it has none."""
        if kind is Kind.CODINGS and key in self._codings:
            return self._coding(self._codings[key])
        return self._known.get(kind, {}).get(key, "") or key


def _listed(reasons: Counter[str], of_all: int) -> str:
    """Each with its number; of a single thing that need not be said."""
    alone = of_all == 1
    return "; ".join(why if alone else f"{why} ({times:,})" for why, times in reasons.items())


def summed(tables: Iterable[Iterable[TableRow]]) -> tuple[TableRow, ...]:
    """One table of several, each reason once."""
    rows = [row for table in tables for row in table]
    return tuple(_sum(kind, [row for row in rows if row.what is kind]) for kind in Kind if rows)


def _sum(kind: Kind, rows: list[TableRow]) -> TableRow:
    return TableRow(
        what=kind,
        in_file=sum(row.in_file for row in rows),
        taken=sum(row.taken for row in rows),
        changed=sum(row.changed for row in rows),
        left_out=sum(row.left_out for row in rows),
        why="; ".join(dict.fromkeys(row.why for row in rows if row.why)),
    )
