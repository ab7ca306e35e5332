"""Links and exchanges as files: links to come back, exchanges to be read."""

from pathlib import Path

from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.domain.widened import widened_dialogues
from qualcoder_nhs.exporters.dialogue.dialogue_formats import dialogue_format, write_dialogues
from qualcoder_nhs.exporters.links_csv import write_links_file
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.crowd import crowd
from qualcoder_nhs.queries.exchanges import exchange_book
from qualcoder_nhs.queries.links import LinkFilter, link_list
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.exported import Exported


def link_filter(
    read: Reader,
    transcript: str | None = None,
    coder: str | None = None,
    layer: str | None = None,
    kind: str | None = None,
) -> LinkFilter:
    """The filter that names mean; None means any.

    Raises:
        NoSuch: when a name means nothing.
    """
    return LinkFilter(
        read.transcript_called(transcript) if transcript else None,
        read.coder(coder).id if coder else None,
        read.layer_called(layer) if layer else None,
        LinkKind(kind) if kind else None,
    )


def write_exchanges(
    study: Study, asker: CoderId | None, out: Path, wanted: LinkFilter, scope: str = ""
) -> Exported:
    """Write the exchanges as dialogue; the suffix picks the format.

    Raises:
        UnknownSuffix, NotWritten: nothing is left of the file then.
    """
    dialogue_format(out)
    book = study.ask_as(asker, exchange_book, wanted, scope)
    book = widened_dialogues(book, study.ask(crowd))
    write_dialogues(book, out)
    count = ngettext("{n} exchange", "{n} exchanges", len(book.dialogues))
    words = _("{count} exported to {name}.").format(count=count, name=out.name)
    return Exported(words, book.transcripts)


def write_link_table(
    study: Study, asker: CoderId | None, out: Path, wanted: LinkFilter
) -> Exported:
    """Write the links as a table that Import takes back.

    Raises:
        NotWritten: nothing is left of the file then.
    """
    found = study.ask_as(asker, link_list, wanted)
    write_links_file(found, out)
    words = ngettext("{n} link exported.", "{n} links exported.", len(found))
    return Exported(words, tuple(dict.fromkeys(one.link.transcript for one in found)))
