"""The passages of a REFI-QDA project: where each lies, and the codes that were put on it."""

from collections.abc import Iterator, Mapping, Sequence

from qualcoder_nhs.domain.foreign import About, ForeignCoding, Kind, Placing
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.refi.bodies import SOURCES, Body
from qualcoder_nhs.importers.refi.ledger import Ledger
from qualcoder_nhs.importers.refi.markup import (
    Element,
    below,
    called,
    children,
    guid,
    local,
    moment,
    number,
)
from qualcoder_nhs.importers.refi.places import Place, Places
from qualcoder_nhs.importers.refi.placing import (
    SURE,
    Marked,
    begins_word,
    ends_word,
    readings_of,
    usual_reading,
    worst,
)
from qualcoder_nhs.importers.refi.positions import Reading, Ruler
from qualcoder_nhs.importers.refi.sayings import Sayings
from qualcoder_nhs.importers.refi.who import Who

SELECTIONS = ("PlainTextSelection", "TranscriptSelection")


def lay_out(
    bodies: Sequence[Body], origin: str, places: Places, ledger: Ledger
) -> tuple[Placing, ...]:
    """Find the place of every passage; how the positions were read comes back."""
    marked = {body.text.key: dict(_marked(body)) for body in bodies}
    texts = {body.text.key: (body.file, list(marked[body.text.key].values())) for body in bodies}
    readings = readings_of(texts, usual_reading(origin))
    placings = []
    for body in bodies:
        key = body.text.key
        whole = Place(About.TEXT, key, Span(0, len(body.file.text)))
        places.put(body.element, whole)
        places.put(body.source, whole)
        _lay(body, marked[key], readings[key][0], places, ledger)
        if marked[key]:
            placings.append(_placing(body, list(marked[key]), readings[key][0], places))
    return tuple(placings)


def _marked(body: Body) -> Iterator[tuple[Element, Marked]]:
    """The passages with their positions, of a recording by the points that tie it to its words."""
    points = {guid(one): number(one, "position") for one in children(body.element, "SyncPoint")}
    for one in children(body.element, *SELECTIONS):
        if local(one) == "TranscriptSelection":
            ends = (points.get(guid(one, "fromSyncPoint")), points.get(guid(one, "toSyncPoint")))
        else:
            ends = (number(one, "startPosition"), number(one, "endPosition"))
        if ends[0] is not None and ends[1] is not None:
            yield one, Marked(ends[0], ends[1], one.get("name", ""))


def _lay(
    body: Body,
    marked: Mapping[Element, Marked],
    reading: Reading,
    places: Places,
    ledger: Ledger,
) -> None:
    ruler, length = Ruler(body.file, reading), len(body.file.text)
    for one in children(body.element, *SELECTIONS):
        mark = marked.get(one)
        start = ruler.place(mark.start) if mark else None
        if mark is None or start is None or mark.end < mark.start:
            places.lost[one] = _lost(mark, body)
            continue
        end = ruler.place(mark.end)
        if end is None:
            for coding in children(one, "Coding"):
                how = _("it reached beyond the end of the text")
                ledger.alter(Kind.CODINGS, guid(coding), how)
        span = Span(start, length if end is None else end)
        places.put(one, Place(About.PASSAGE, body.text.key, span))


def _lost(mark: Marked | None, body: Body) -> str:
    if mark is None:
        return _("where it begins and ends is not said")
    if not body.file.text.strip():
        return _("its text has no words")
    if mark.end < mark.start:
        return _("it ends before it begins")
    return _("it lies outside of its text")


def _placing(body: Body, marked: Sequence[Element], reading: Reading, places: Places) -> Placing:
    """How well the passages fit that lie within the text at all."""
    text = body.file.text
    spans = [span for one in marked if one in places.of and (span := places.of[one].span)]
    starts = sum(begins_word(text, span.start) for span in spans)
    ends = sum(ends_word(text, span.end) for span in spans)
    unsure = starts + ends < 2 * SURE * len(spans)
    return Placing(
        text=body.text.key,
        unit=reading.words,
        starts=starts / len(spans) if spans else 1.0,
        ends=ends / len(spans) if spans else 1.0,
        codings=sum(1 for one in marked for _coding in children(one, "Coding")),
        unsure=unsure,
        worst=tuple(worst(text, spans)) if unsure else (),
    )


def codings_of(
    sources: Element | None,
    codes: Mapping[str, str],
    places: Places,
    who: Who,
    ledger: Ledger,
    people: Sayings,
) -> Iterator[ForeignCoding]:
    """Every coding that has its place and its code; the others are told to the ledger.

    `codes` are the names of the codes by their keys. Where a code is a case, what it stands on is
    noted as the case's own.
    """
    for source in children(sources, *SOURCES):
        for element in below(source, "Coding"):
            references = [guid(one, "targetGUID") for one in children(element, "CodeRef")]
            for code in references or [""]:
                why = _why_not(element, code, codes, places)
                if why:
                    name = _("{code} in {text}")
                    named = name.format(code=codes.get(code) or code, text=called(source))
                    ledger.leave(Kind.CODINGS, named, why)
                else:
                    people.note(code, _stood_on(element, places))
                    yield _coding(element, code, places, who, ledger)


def _why_not(element: Element, code: str, codes: Mapping[str, str], places: Places) -> str:
    stands_on = element.getparent()
    if stands_on is None or stands_on not in places.of:
        return places.lost.get(stands_on, "") if stands_on in places.lost else _unshown(stands_on)
    if not places.of[stands_on].span:
        return _("it covers no words")
    return "" if code in codes else _("its code is not in the file")


def _unshown(stands_on: Element | None) -> str:
    """Why what stands on this element cannot be shown."""
    return {
        "PDFSelection": _("it stands on an area of a page, which cannot be shown"),
        "PictureSelection": _("it stands on a picture, which cannot be shown"),
        "AudioSelection": _("it stands on a stretch of a recording, which cannot be shown"),
        "VideoSelection": _("it stands on a stretch of a film, which cannot be shown"),
    }.get(local(stands_on) if stands_on is not None else "", _("its text is not in the file"))


def _stood_on(element: Element, places: Places) -> Place:
    stands_on = element.getparent()
    return places.of[stands_on] if stands_on is not None else Place(About.STUDY)


def _coding(element: Element, code: str, places: Places, who: Who, ledger: Ledger) -> ForeignCoding:
    stands_on = element.getparent()
    place = _stood_on(element, places)
    key = ledger.key(Kind.CODINGS, guid(element))
    places.put(element, Place(About.CODING, key))
    return ForeignCoding(
        key=key,
        text=place.on,
        code=code,
        span=place.span or Span(0, 0),
        coder=who.made(element, stands_on),
        made=moment(element) or (moment(stands_on) if stands_on is not None else None),
    )
