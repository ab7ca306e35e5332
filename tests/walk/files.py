"""Two short transcripts with the signs that move positions where a program counts them wrongly."""

from pathlib import Path

from docx import Document

FG9 = (
    ("MOD", "Who decides about the beds?"),
    ("P1", "The board does \U0001fa7a, and the cafe\u0301 staff hear of it later."),
    (
        "P2",
        "We were asked once \U0001f469\u200d\u2695\ufe0f and we held our tongues \U0001f910 after.",
    ),
    ("MOD", "Say more?"),
    ("P1", "No."),
    ("P2", "It was settled on a Friday."),
)
FG8 = (
    ("MOD", "And here?"),
    ("P3", "Zoe\u0308 \U0001f600 said it was nai\u0308ve to speak, so nobody spoke \U0001f910 up."),
    ("P4", "I did, once."),
    ("MOD", "And then?"),
    ("P3", "Then the rota changed."),
    ("P4", "\U0001f642 Funny, that."),
)
WORDS_OF_P2 = "we held our tongues \U0001f910 after"
WORDS_OF_P3 = "nai\u0308ve to speak, so nobody spoke \U0001f910 up"


def write_word(path: Path, said: tuple[tuple[str, str], ...]) -> Path:
    """A paragraph a turn, the label in bold and a tab after it."""
    document = Document()
    for label, words in said:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label}:").bold = True
        paragraph.add_run(f"\t{words}")
    document.save(str(path))
    return path


def write_captured(path: Path, said: tuple[tuple[str, str], ...]) -> Path:
    """`label: words`, blank lines between, CRLF, and a byte order mark."""
    text = "\r\n\r\n".join(f"{label}: {words}" for label, words in said)
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    return path
