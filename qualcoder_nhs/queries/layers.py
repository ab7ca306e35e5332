"""The layers of a study: the open one, the rounds, the settled one; and which is shown."""

from dataclasses import dataclass

from qualcoder_nhs.domain.coding import OPEN, SETTLED
from qualcoder_nhs.domain.rounds import Round
from qualcoder_nhs.storage.reader import Reader


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


def layers(read: Reader) -> tuple[Layer, ...]:
    """The open layer, the settled one where it exists, the rounds by age, and any other."""
    rounds = {one.layer: one for one in read.rounds()}
    return tuple(Layer(key, name, rounds.get(key)) for key, name in read.layer_names().items())


def shown_layer(read: Reader) -> str:
    """The settled layer where it exists, else the open one."""
    return SETTLED if read.has_settled() else OPEN
