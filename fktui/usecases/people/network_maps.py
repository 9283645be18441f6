"""The network map ready to be shown: of one day, or of two days in one picture; with its words."""

from datetime import date
from typing import NamedTuple

from fktui.method.around.network import on_the_map
from fktui.method.around.then_and_now import ThenAndNow, then_and_now
from fktui.model.case import Case
from fktui.pictures.map_layout import Wish
from fktui.pictures.network_svg import svg_of
from fktui.pictures.picture import Picture
from fktui.pictures.scene import Scene, scene
from fktui.pictures.then_and_now import compared, then_and_now_svg
from fktui.usecases.desk import Desk
from fktui.usecases.people.network import sectors
from fktui.words.naming import names_of
from fktui.words.people.map_words import map_in_words, say_count, say_then_and_now
from fktui.words.time.say_dates import say_date


class Seen(NamedTuple):
    """A family on a day, as it may be shown: whoever asks has left out what may not."""

    case: Case
    on: date

    @property
    def said(self) -> str:
        """The day, and how many stand around the family."""
        return f"{say_date(self.on)} · {say_count(self.case, self.on)}"


class MapOfDays(NamedTuple):
    """What is shown of one day, or of two.

    Attributes:
        title: the family and the day or days.
        days: each day with how many stood around the family.
        scene: what is drawn.
        words: the same in sentences.
        found: the difference between two days; nothing for one.
    """

    title: str
    days: tuple[str, ...]
    scene: Scene
    words: tuple[str, ...]
    found: ThenAndNow | None = None

    def picture(self, earlier: tuple[Wish, ...] = ()) -> Picture:
        """For paper; `earlier` as for `draw_map`."""
        if self.found is None:
            return Picture(
                self.title, svg_of(self.scene, self.title, self.words, earlier), self.words
            )
        words = (*self.days, *self.words)
        return Picture(self.title, then_and_now_svg(self.scene, self.title, words, earlier), words)


def map_of_day(desk: Desk, seen: Seen, eyes: str = "") -> MapOfDays:
    """The map of a family on a day; `eyes` is the member through whose eyes it is seen."""
    called = sectors(desk)
    return MapOfDays(
        f"{seen.case.trajectory.name} · {say_date(seen.on)}",
        (seen.said,),
        scene(seen.case, seen.on, called, eyes),
        tuple(map_in_words(seen.case, seen.on, called)),
    )


def map_of_two_days(desk: Desk, then: Seen, now: Seen, eyes: str = "") -> MapOfDays:
    """The maps of two days in one picture, with what changed in sentences."""
    called = sectors(desk)
    sides = on_the_map(then.case, then.on), on_the_map(now.case, now.on)
    found = then_and_now(then.case, sides[0], now.case, sides[1])
    people = {one.id: one for one in (*sides[0], *sides[1], *now.case.network.people)}
    names = names_of(then.case) | names_of(now.case)
    before, after = (scene(one.case, one.on, called, eyes) for one in (then, now))
    return MapOfDays(
        f"{now.case.trajectory.name} · {say_date(then.on)} → {say_date(now.on)}",
        (then.said, now.said),
        compared(before, after, found),
        tuple(say_then_and_now(found, people, names, called)),
        found,
    )
