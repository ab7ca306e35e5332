"""Codings as files: all of them as a table, or those of one transcript beside its words."""

from pathlib import Path

from qualcoder_nhs.domain.coded_transcript import CodedTranscript
from qualcoder_nhs.domain.errors import WhichTranscript
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.exporters.coded.coded_format import others
from qualcoder_nhs.exporters.coded.coded_formats import coded_format, write_coded
from qualcoder_nhs.exporters.codings.codings_formats import codings_format, write_all_of_codings
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.coded_transcript import coded_transcript
from qualcoder_nhs.queries.coding_list import coding_list
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.export_wish import Wish
from qualcoder_nhs.tasks.exported import Exported
from qualcoder_nhs.tasks.task import Progress


def write_codings(study: Study, out: Path, wish: Wish, _progress: Progress) -> Exported:
    """Write the codings with every field; the suffix picks the format. Of all layers unless named.

    Raises:
        UnknownSuffix, NotWritten: nothing is left of the file then.
    """
    codings_format(out)
    named = {"coder": wish.coder, "transcript": wish.transcript, "layer": wish.layer}
    found = study.ask_as(wish.asker, coding_list, **named)
    if wish.code:
        codebook = study.ask(Reader.codebook)
        beneath = codebook.descendants(codebook.find(wish.code).id)
        found = [one for one in found if one.code.id in beneath]
    write_all_of_codings(found, out)
    words = ngettext("{n} coding exported.", "{n} codings exported.", len(found))
    return Exported(words, tuple(dict.fromkeys(one.coding.transcript for one in found)))


def write_transcript(study: Study, out: Path, wish: Wish, _progress: Progress) -> Exported:
    """Write a transcript with its codes as comments or stripes; the suffix picks the format.

    Raises:
        WhichTranscript: when the study has several and none is named.
        UnknownSuffix, NotWritten: nothing is left of the file then.
    """
    coded_format(out)
    transcript, coded = study.ask_as(wish.asker, _coded, wish)
    write_coded(coded, out)
    codings = ngettext("{n} coding", "{n} codings", len(coded.marks))
    words = _("{name} exported with {codings}.").format(name=coded.name, codings=codings)
    if coded.others:
        told = _("{name} exported with {n} of its {all} codings, of the layer {layer}; {others}.")
        words = told.format(
            name=coded.name,
            n=len(coded.marks),
            all=len(coded.marks) + coded.others,
            layer=coded.layer,
            others=others(coded),
        )
    return Exported(words, (transcript,))


def _coded(read: Reader, wish: Wish) -> tuple[TranscriptId, CodedTranscript]:
    names = read.transcript_names()
    if wish.transcript is None and len(names) != 1:
        raise WhichTranscript(known=", ".join(names.values()))
    transcript = read.transcript_called(wish.transcript or next(iter(names)))
    codebook = read.codebook()
    coded = coded_transcript(
        read,
        transcript,
        layer=read.layer_called(wish.layer) if wish.layer else None,
        coders={read.coder(wish.coder).id} if wish.coder else (),
        codes=codebook.descendants(codebook.find(wish.code).id) if wish.code else (),
        exporter=read.coder(wish.asker).name if wish.asker else "",
    )
    return transcript, coded
