"""Studies with the team, and what was learned about the team's own work (domain.md §2G)."""

from collections.abc import Iterable

from fktui.errors import WrongUse
from fktui.model.ids import ALPHABET, RandomBits
from fktui.model.stored import SavedTeam
from fktui.usecases.desk import Desk
from fktui.usecases.team import records

_KEY_LENGTH = 32
"""Five random bits each: too many to guess."""


def add_study(desk: Desk, fields: records.Fields) -> SavedTeam:
    """Add a study, with a key of its own that no other study shares.

    The key makes the pseudonyms of the study: without it nobody can find out who is who.

    Raises:
        WrongUse: a value does not fit, or the study is there already.
    """
    return records.add(desk, "study", dict(fields) | {"key": _new_key(desk.bits)})


def read_scores(given: Iterable[str]) -> dict[str, float]:
    """Scores by the name of their scale, from `scale=figure` texts.

    Raises:
        WrongUse: one of them is no figure.
    """
    scores: dict[str, float] = {}
    for text in given:
        name, equals, figure = text.partition("=")
        if not (equals and name.strip()):
            raise WrongUse("set-without-value", given=text)
        try:
            scores[name.strip()] = float(figure.replace(",", "."))
        except ValueError as error:
            raise WrongUse("wrong-number", field=name.strip(), given=figure) from error
    return scores


def _new_key(bits: RandomBits) -> str:
    return "".join(ALPHABET[bits.getrandbits(5)] for _number in range(_KEY_LENGTH))
