"""Codebooks for hypothesis, with the names and texts that break formats."""

from hypothesis import strategies as st

from qualcoder_nhs.domain.codebook import Applicable, Code, Codebook, CodeSet, SetKind
from qualcoder_nhs.domain.codebook_text import clean, slug_for
from qualcoder_nhs.domain.ids import CodeId, CodeSetId

NASTY = (
    'say "yes"',
    "it's",
    "a > b",
    " > ",
    "\\>",
    "=1+1",
    "'=1+1",
    "''-x",
    "@SUM(A1)",
    "＝1+1",
    "'＠x",
    "-5",
    "+44",
    "null",
    "~",
    "no",
    "1e5",
    "007",
    "2024-01-01",
    "two\nlines",
    "a,b;c\td|e",
    "# no comment",
    "key: value",
    "- item",
    "&anchor *alias !tag %x `y`",
    "{[}]",
    "😀 e\u0301 信任",
    "_x000A_",
    "https://nhs.example/x",
    "\ufeffbom",
    "a\u2028b\u00a0c",
    "''",
    "<b>&amp;</b>",
    "line \\n end\\",
    "Trust",
    "level 1",
)
words = st.sampled_from(("", "", *NASTY)) | st.text(max_size=6)
names = st.sampled_from(("Trust", "Tone", *NASTY)) | st.text(min_size=1, max_size=6).filter(clean)
slugs = st.sampled_from(("tru", "tru-bond", "tru-skill", "fin", "fin-cost", "0", "no", "a-2"))
colours = st.none() | st.integers(0, 0xFFFFFF).map("#{:06X}".format)


@st.composite
def codebooks(draw: st.DrawFn) -> Codebook:
    """A tree of up to six codes, each anywhere beneath those before, with sets of them."""
    codes: list[Code] = []
    taken: set[str] = set()
    for number in range(draw(st.integers(0, 6))):
        slug, alias = slug_for(draw(slugs), taken), slug_for(draw(slugs), taken)
        aliases = (alias,) if alias != slug and draw(st.booleans()) else ()
        taken.update((slug, *aliases))
        codes.append(
            Code(
                id=CodeId(f"c{number}"),
                slug=slug,
                name=draw(names),
                parent=draw(st.sampled_from([None, *(code.id for code in codes)])),
                position=number,
                colour=draw(colours),
                applicable=draw(st.sampled_from(Applicable)),
                definition=draw(words),
                use=draw(words),
                do_not_use=draw(words),
                example=draw(words),
                serves=draw(words),
                companions=tuple(
                    draw(st.lists(st.sampled_from(["fin-", "tru-bond"]), unique=True))
                ),
                aliases=aliases,
                archived=draw(st.booleans()),
            )
        )
    return Codebook(tuple(codes), draw(sets_of([code.id for code in codes])))


def sets_of(members: list[CodeId]) -> st.SearchStrategy[tuple[CodeSet, ...]]:
    """Up to two sets, told apart by their names."""
    if not members:
        return st.just(())
    group = st.builds(
        CodeSet,
        id=st.sampled_from((CodeSetId("s1"), CodeSetId("s2"))),
        kind=st.sampled_from(SetKind),
        name=names,
        scope=st.sampled_from(("", "span", "link", "speaker-turn", "event")),
        why=words,
        members=st.lists(st.sampled_from(members), min_size=1, unique=True).map(tuple),
    )
    apart = (lambda each: each.id, lambda each: clean(each.name).casefold())
    return st.lists(group, max_size=2, unique_by=apart).map(tuple)
