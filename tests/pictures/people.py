"""People around a family who never were, for maps of any size."""

import random

from fktui.model.network import Energy, Quality
from fktui.pictures.scene import Around, Scene

SECTORS = ("Relatives", "Friends", "Neighbourhood", "School and work", "Leisure", "Professionals")
NAMES = ("燕子 飛", "سنونو", "Ласточка", "Ria", "Oma van de overkant", "Huiskamer", "Bo")


def around(count: int, seed: int = 1) -> tuple[Around, ...]:
    """So many people in all rings and sectors, with names up to forty letters in any script."""
    dice = random.Random(seed)
    return tuple(
        Around(
            id=f"n-{number:05}",
            name=(dice.choice(NAMES) + " " + dice.choice(NAMES) * dice.randrange(4))[:40].strip(),
            ring=dice.choices((1, 2, 3), (4, 4, 3))[0],
            sector=dice.randrange(len(SECTORS)),
            quality=dice.choice((None, *Quality)),
            energy=dice.choice(list(Energy)),
            jim=number == 0,
        )
        for number in range(count)
    )


def family_with(people: tuple[Around, ...]) -> Scene:
    """A family of five in two homes, with these people around it."""
    return Scene((("Kim", "Bo", "Dex"), ("Samira", "Rachid")), SECTORS, people)
