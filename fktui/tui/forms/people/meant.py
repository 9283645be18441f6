"""From a letter, a sign or a word to what it means on the map: sector, ring, tie, energy."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from fktui.errors import WrongUse
from fktui.model.network import Energy, Quality, Sector
from fktui.usecases.desk import Desk
from fktui.usecases.fields import choice
from fktui.words.language import _, in_every_language
from fktui.words.people.around import ENERGY_SIGNS, QUALITY_LETTERS, RINGS, SECTOR_LETTERS


def sector_meant(desk: Desk, text: str) -> Sector:
    """A sector of the map from its letter, its word, or what the team calls it.

    Raises:
        WrongUse: `wrong-choice`.
    """
    own = {said.casefold(): Sector(name) for name, said in desk.settings.sectors.items() if said}
    found: Sector = own.get(text.strip().casefold()) or _by_sign(SECTOR_LETTERS, Sector, text)
    return found


def quality_meant(text: str) -> Quality:
    """What a tie is, from its letter, its mark or its word.

    Raises:
        WrongUse: `wrong-choice`.
    """
    found: Quality = _by_sign(QUALITY_LETTERS, Quality, text)
    return found


def energy_meant(text: str) -> Energy:
    """Which way the energy goes, from `+`, `-`, `+-`, `0` or its word.

    Raises:
        WrongUse: `wrong-choice`.
    """
    found: Energy = _by_sign(ENERGY_SIGNS, Energy, text)
    return found


def ring_meant(text: str) -> int:
    """A ring from its number or the beginning of its word.

    Raises:
        WrongUse: `wrong-choice`.
    """
    wanted = text.strip().casefold()
    for ring, words in RINGS.items():
        said = [one.casefold() for one in in_every_language(_, words)]
        if wanted == str(ring) or any(
            one == wanted or one[2:].startswith(wanted) for one in said if len(wanted) > 1
        ):
            return ring
    raise WrongUse("wrong-choice", given=text, allowed=", ".join(_(one) for one in RINGS.values()))


def _by_sign(signs: Mapping[Any, tuple[str, ...]], kind: type[Enum], text: str) -> Any:
    wanted = text.strip().casefold()
    sign = next((one for one, keys in signs.items() if wanted in keys), None)
    return sign if sign is not None else choice(kind, text)
