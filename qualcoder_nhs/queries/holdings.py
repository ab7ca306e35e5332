"""What a study has so far: a page that has nothing to show says by it what is missing."""

from dataclasses import dataclass

from qualcoder_nhs.queries.layers import shown_layer
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class Holdings:
    """Whether there is any of these. `talk` is a discussion, `texts` are answers to surveys, too.

    `coded` is so where the layer that was asked for has a coding that one may see; `described`
    where something is known of a participant or respondent.
    """

    texts: bool
    talk: bool
    codes: bool
    coded: bool
    links: bool
    described: bool
    questions: bool
    propositions: bool


def holdings(read: Reader, layer: str | None = None) -> Holdings:
    """What there is now."""
    texts, surveys = read.transcript_names(), read.surveys()
    return Holdings(
        texts=bool(texts),
        talk=len(texts) > len(surveys),
        codes=bool(read.codebook().codes),
        coded=any(read.code_counts(layer or shown_layer(read)).values()),
        links=bool(read.links()),
        described=any(one.attributes for one in read.participants().values()),
        questions=bool(read.questions()),
        propositions=bool(read.propositions()),
    )
