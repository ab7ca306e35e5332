"""How long a theme of the fifty transcripts takes: its page, its pack, and the pack as Word."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from qualcoder_nhs.actions.themes import AddTheme
from qualcoder_nhs.domain.ids import ThemeId
from qualcoder_nhs.domain.theme_pack import ThemePackWish
from qualcoder_nhs.domain.theme_page import ThemePage
from qualcoder_nhs.exporters.theme_packs.theme_pack_formats import write_pack
from qualcoder_nhs.queries.theme_page import theme_page
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.task import silent
from qualcoder_nhs.tasks.theme_pack import MakePack
from tests.bench.clock import cpu
from tests.bench.row import Row
from tests.bench.yardstick import MANY, yardstick

CODES = 5
# Milliseconds for a page that somebody waits for; for a pack, told of before it is saved.
PAGE, PACK = 1_000, 1_500
# Word takes 20 s for 20,000 excerpts at most; these are some 4,200.
WORD = 5_000


def themes() -> Iterator[Row]:
    """A theme of five codes of sixty, in a study that was just opened and in one that was not."""
    with yardstick(MANY) as made, TemporaryDirectory() as folder:
        study, lead = made.study, made.coders[0]
        theme = study.run(AddTheme("Theme", made.codes[:CODES]), lead)
        opened = cpu(lambda: _just_opened(study.path, theme), 3)
        again = cpu(lambda: study.ask(theme_page, theme), 3)
        yield Row("a theme’s page, 4,200 excerpts, just opened", opened, PAGE, again, "ms")
        make = MakePack(ThemePackWish(themes=(theme,)))
        pack = make.run(study, lead, silent)
        figure = cpu(lambda: make.run(study, lead, silent), 3)
        yield Row("a theme’s pack, told after a choice", figure, PACK, again, "ms")
        out = Path(folder) / "pack.docx"
        word = cpu(lambda: write_pack(pack, out), 3)
        yield Row("the pack as Word, 4,200 excerpts", word, WORD, figure, "ms")


def _just_opened(path: Path, theme: ThemeId) -> ThemePage:
    with Study.read(path) as study:
        return study.ask(theme_page, theme)
