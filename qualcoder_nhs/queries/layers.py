"""The layers of a study: the open one, the rounds, the settled one; and which is shown."""

from dataclasses import dataclass

from qualcoder_nhs.domain.coding import OPEN, SETTLED
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.rounds import Round
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.storage.reader import Reader

_ALWAYS = {OPEN: N_("Open layer"), SETTLED: N_("Settled layer")}


@dataclass(frozen=True)
class Layer:
    """A layer, ready to be chosen: `round` is what it belongs to, None outside any."""

    id: str
    name: str
    round: Round | None = None

    @property
    def frozen(self) -> bool:
        """Whether its codings stay as they are."""
        return self.round is not None and self.round.frozen

    @property
    def words(self) -> str:
        """What it is called and what is seen in it, as the window shows it all the time."""
        if self.round is None:
            return _(_ALWAYS[self.id]) if self.id in _ALWAYS else self.name
        return _("{name}, {how}").format(name=self.name, how=_seen(self.round))


def _seen(one: Round) -> str:
    """Whether it runs, and whose codings are seen in it."""
    if one.veiled:
        own = _("you see your own codings only")
        return (
            _("ended: {own}").format(own=own) if one.frozen else _("blind: {own}").format(own=own)
        )
    return _("ended") if one.frozen else _("open: everybody’s codings are seen")


def layers(read: Reader) -> tuple[Layer, ...]:
    """The open layer, the settled one where it exists, the rounds by age, and any other."""
    rounds = {one.layer: one for one in read.rounds()}
    return tuple(Layer(key, name, rounds.get(key)) for key, name in read.layer_names().items())


def layers_to_choose(read: Reader, coder: CoderId) -> tuple[Layer, ...]:
    """The layers this coder can code in, and those in which there is something for them to see."""
    return tuple(
        one
        for one in layers(read)
        if one.round is None or coder in one.round.coders or not one.round.veiled
    )


def shown_layer(read: Reader) -> str:
    """The settled layer where it exists, else the open one."""
    return SETTLED if read.has_settled() else OPEN
