"""Files made to break the readers, or broken themselves: refused by name, in bounded time."""

import os
import random
import struct
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from importers.word_material import NS, repacked, small_docx

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.importers.codebooks.codebook_formats import read_codebook
from qualcoder_nhs.importers.format import Parsed
from qualcoder_nhs.importers.study_formats import is_study, read_study
from qualcoder_nhs.importers.transcript_formats import read_transcript

TEXT = "Speakers: P1, P2\n\nP1: One [00:01:02]\n\n**P2**: Two.\n[P1] Three.\nP2 00:12\nFour.\n"
CAPTIONS = (
    "WEBVTT\n\nNOTE x\n\n1\n00:00:01.000 --> 00:00:02.000\n<v P1>One</v>\n\n"
    "2\n0:0:3.0 --> 0:0:4.0\nP2: Two\n"
)
LONG = 200_000
SECONDS = 5.0


def read(path: Path, content: bytes) -> Parsed:
    path.write_bytes(content)
    return read_transcript(path)


@pytest.fixture
def word(tmp_path: Path) -> Path:
    path = tmp_path / "group.docx"
    path.write_bytes(small_docx())
    return path


def with_document(word: Path, xml: str) -> Path:
    """The document with other words, which go between the namespaces and the end."""

    def change(name: str, content: bytes) -> bytes:
        return xml.encode() if name == "word/document.xml" else content

    return repacked(word, change, word.with_name("changed.docx"))


def body(xml: str, ahead: str = "") -> str:
    return f"{ahead}<w:document {NS}><w:body>{xml}</w:body></w:document>"


def test_a_bomb_that_tells_its_size(word: Path) -> None:
    path = with_document(word, body("<w:p/>" + " " * 300_000_000))
    assert path.stat().st_size < 1_000_000
    with pytest.raises(BadFile, match="unpack"):
        read_transcript(path)


def test_a_bomb_that_lies_about_its_size(word: Path) -> None:
    path = with_document(word, body("<w:p/>" + " " * 30_000_000))
    content = bytearray(path.read_bytes())
    real = struct.pack("<I", len(body("<w:p/>")) + 30_000_000)
    while (at := content.find(real)) >= 0:
        content[at : at + 4] = struct.pack("<I", 1000)
    began = time.process_time()
    with pytest.raises(BadFile, match="damaged"):
        read(path, bytes(content))
    assert time.process_time() - began < SECONDS


def test_pictures_are_not_unpacked(word: Path) -> None:
    with zipfile.ZipFile(word, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.png", bytes(random.Random(1).randbytes(400_000)))
    assert len(read_transcript(word).turns) == 3


def test_a_file_under_a_password(word: Path) -> None:
    with pytest.raises(BadFile, match="password"):
        read(word, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"PK\x03\x04" + bytes(900), bytes(40)])
def test_what_is_no_word_file(word: Path, content: bytes) -> None:
    with pytest.raises(BadFile, match=r"group\.docx"):
        read(word, content)


def test_half_a_word_file(word: Path) -> None:
    with pytest.raises(BadFile, match="damaged"):
        read(word, small_docx()[:-2000])


@pytest.mark.parametrize("name", ["group.mp3", "group.py", "group.yaml"])
def test_a_suffix_that_is_none_of_a_transcript(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadFile, match=name):
        read(tmp_path / name, b"P1: One.\n")


def test_an_archive_whose_list_of_parts_is_endless(tmp_path: Path) -> None:
    end = b"PK\x05\x06" + bytes(8) + struct.pack("<II", 50_000_000, 4) + bytes(2)
    path = tmp_path / "group.docx"
    with pytest.raises(BadFile, match="damaged"):
        read(path, b"PK\x03\x04" + b"PK\x01\x02" * 1000 + end)


@pytest.mark.parametrize("part", ["../evil.xml", "/etc/evil.xml", "C:\\evil.xml"])
def test_parts_that_point_elsewhere(word: Path, part: str) -> None:
    with zipfile.ZipFile(word, "a") as archive:
        archive.writestr(part, "<x/>")
    with pytest.raises(BadFile, match=r"group\.docx.*outside"):
        read_transcript(word)


def test_macros(word: Path) -> None:
    with zipfile.ZipFile(word, "a") as archive:
        archive.writestr("word/vbaProject.bin", "x")
    with pytest.raises(BadFile, match=r"group\.docx.*macros"):
        read_transcript(word)


def test_a_folder_and_a_file_that_is_not_there(tmp_path: Path) -> None:
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    for path in (folder, tmp_path / "nowhere.txt"):
        with pytest.raises(BadFile, match=path.name):
            read_transcript(path)


def test_a_sheet_and_a_document_without_its_words(word: Path) -> None:
    path = repacked(
        word,
        lambda name, content: None if name == "word/document.xml" else content,
        word.with_name("sheet.docx"),
    )
    with pytest.raises(BadFile, match="another kind of file"):
        read_transcript(path)


ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(12)
)


@pytest.mark.parametrize(
    "xml",
    [
        body("<w:p><w:r><w:t>P1: &m;</w:t></w:r></w:p>", ENTITIES + "]>"),
        body(
            "<w:p><w:r><w:t>&f;</w:t></w:r></w:p>",
            '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
        ),
        body("<w:sdt><w:sdtContent>" * 5000),
        body("<w:smartTag>" * 200 + "<w:p/>" + "</w:smartTag>" * 200),
        f"<w:document {NS}/>",
        "<other/>",
        "",
    ],
    ids=["entities", "a file as entity", "unclosed", "deep", "no body", "another root", "nothing"],
)
def test_documents_of_hostile_words(word: Path, xml: str) -> None:
    began = time.process_time()
    with pytest.raises(BadFile, match=r"changed\.docx"):
        read_transcript(with_document(word, xml))
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("group.txt", TEXT.encode()),
        ("group.txt", TEXT.encode("utf-16")),
        ("group.vtt", CAPTIONS.encode()),
        ("group.srt", CAPTIONS.removeprefix("WEBVTT\n\n").replace(".", ",").encode()),
        ("group.docx", small_docx()),
    ],
    ids=["text", "utf-16", "vtt", "srt", "word"],
)
def test_broken_copies_are_read_or_refused(tmp_path: Path, name: str, content: bytes) -> None:
    chance = random.Random(name + str(len(content)))
    outcomes = set()
    for _copy in range(60):
        try:
            read(tmp_path / name, mutated(chance, content))
            outcomes.add("read")
        except BadFile:
            outcomes.add("refused")
    assert outcomes


def test_broken_words_in_whole_archives_are_read_or_refused(word: Path) -> None:
    chance = random.Random(8)
    with zipfile.ZipFile(word) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    told = [
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
        "_rels/.rels",
    ]
    refused = 0
    for at in range(80):
        out, victim = BytesIO(), told[at % len(told)]
        with zipfile.ZipFile(out, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, mutated(chance, content) if name == victim else content)
        try:
            read(word, out.getvalue())
        except BadFile:
            refused += 1
    assert 0 < refused < 80


def mutated(chance: random.Random, content: bytes) -> bytes:
    """The bytes with a few changed, moved, doubled or cut."""
    result = bytearray(content)
    for _change in range(chance.randint(1, 4)):
        at = chance.randrange(len(result) or 1)
        length = chance.randint(0, 30)
        kind = chance.randrange(4)
        if kind == 0:
            result[at : at + 1] = bytes([chance.randrange(256)])
        elif kind == 1:
            del result[at : at + length]
        elif kind == 2:
            result[at:at] = result[at : at + length] * chance.randint(1, 3)
        else:
            result = result[: max(1, len(result) - length * 3)]
    return bytes(result)


LINES = {
    "letters": "a" * LONG,
    "blanks": " " * LONG + "x",
    "brackets": "[" * LONG,
    "open": "(a" * (LONG // 2),
    "stars": "*" * LONG,
    "bold": "**a" * (LONG // 3),
    "tabs": "\t" * LONG + "x",
    "blanks within": "a" + " " * LONG + "b: x",
    "label and blanks": "P1:" + " " * LONG + "x",
    "label and tabs": "P1" + "\t" * LONG + "x",
    "blanks before a mark": "x" + " " * LONG + "[",
    "digits": "1" * LONG,
    "colons": "0:" * (LONG // 2),
    "words": "a " * (LONG // 2),
    "names": "P1 and " * (LONG // 7),
    "listed": "Speakers: " + ", " * (LONG // 2),
    "voices": "<v " * (LONG // 3),
    "voice and blanks": "<v " + " " * LONG,
    "tags": "<c" * (LONG // 2),
    "arrows": "-->" * (LONG // 3),
    "notes": "NOTE\n" * (LONG // 5),
}
AROUND = {
    ".txt": "P1: a\nP2: b\n{}\nP1: c\nP2: d\n",
    ".vtt": "WEBVTT\n\n{0}\n\n00:00:01.000 --> 00:00:02.000\n{0}\n\n",
}


@pytest.mark.parametrize("suffix", AROUND)
@pytest.mark.parametrize("kind", LINES)
def test_long_lines_take_no_longer_than_they_are(tmp_path: Path, kind: str, suffix: str) -> None:
    began = time.process_time()
    read(tmp_path / f"group{suffix}", AROUND[suffix].format(LINES[kind]).encode())
    assert time.process_time() - began < SECONDS


def test_many_names_take_no_longer_than_they_are(tmp_path: Path) -> None:
    names = ["".join(chr(97 + at // 26**place % 26) for place in range(6)) for at in range(4000)]
    text = "".join(f"{name}: a\n{name}: b\n{name}x: c\n" for name in names)
    began = time.process_time()
    assert len(read(tmp_path / "group.txt", text.encode()).turns) == 12_000
    assert time.process_time() - began < SECONDS


def test_a_long_transcript_is_read_in_well_below_a_second(tmp_path: Path) -> None:
    said = "we had the money and then, for example: " * 5
    text = "".join(f"[00:{at % 60:02}:00] P{at % 8}: {said}\n\n" for at in range(2500))
    assert len(text.split()) > 100_000
    began = time.process_time()
    assert len(read(tmp_path / "group.txt", text.encode()).turns) == 2500
    assert time.process_time() - began < 1


def test_a_folder_is_called_one(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=f"{tmp_path.name}.*it is a folder"):
        read_transcript(tmp_path)
    with pytest.raises(BadFile, match=r"“\.” was not read: it is a folder"):
        read_transcript(Path())


@pytest.mark.parametrize("line", ["P1: One.\n", "\n"])
def test_a_text_of_endless_lines_is_refused_in_time(tmp_path: Path, line: str) -> None:
    began = time.process_time()
    with pytest.raises(BadFile, match=r"group\.txt.*longer"):
        read(tmp_path / "group.txt", b"P2: Begin.\n" + line.encode() * 1_000_000)
    assert time.process_time() - began < SECONDS


def test_a_text_larger_than_any_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "group.txt"
    with path.open("wb") as file:
        file.truncate(500_000_000)
    began = time.process_time()
    with pytest.raises(BadFile, match=r"group\.txt.*larger"):
        read_transcript(path)
    assert time.process_time() - began < 1


def test_a_document_of_endless_paragraphs_is_refused_in_time(word: Path) -> None:
    path = with_document(word, body("<w:p><w:r><w:t>P1: One.</w:t></w:r></w:p>" * 100_000))
    began = time.process_time()
    with pytest.raises(BadFile, match=r"changed\.docx.*longer"):
        read_transcript(path)
    assert time.process_time() - began < SECONDS


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes and devices among its files")
@pytest.mark.parametrize("read", [read_transcript, read_codebook, read_study])
@pytest.mark.parametrize("name", ["talk.txt", "book.qdc", "study.qdpx", "study.rqda"])
def test_pipes_and_devices_are_never_read_from(
    read: Callable[[Path], object], name: str, tmp_path: Path
) -> None:
    """A pipe without a writer would be waited for, and there is always more of a device."""
    pipe, device = tmp_path / name, tmp_path / f"device{Path(name).suffix}"
    os.mkfifo(pipe)
    device.symlink_to("/dev/zero")
    for path in (pipe, device):
        assert not is_study(path)
        with pytest.raises(BadFile, match=r"pipe or a device|no such file or folder"):
            read(path)
