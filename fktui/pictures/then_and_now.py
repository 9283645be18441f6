"""The network map of two days in one picture, so that one sees who came, left, and moved.

Everybody of either day has a place in one layout: nobody jumps, and who left stands where they
stood.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from fktui.method.around.then_and_now import ThenAndNow
from fktui.model.network import Energy, Quality
from fktui.pictures.map_layout import Wish
from fktui.pictures.network_map import Drawn, draw_map
from fktui.pictures.network_svg import svg_of
from fktui.pictures.scene import Around, Change, Scene
from fktui.words.people.map_words import (
    CHANGES,
    CLOSER,
    FURTHER,
    GONE,
    NEW,
    OTHER_SECTOR,
    OTHER_TIE,
)


def draw_then_and_now(
    before: Scene,
    after: Scene,
    width: int,
    height: int,
    earlier: Sequence[Wish] = (),
    *,
    found: ThenAndNow | None = None,
) -> Drawn | None:
    """Both maps in so many columns and rows; nothing when somebody finds no place.

    Args:
        before: the map of the first day.
        after: the map of the second day.
        width: of the sheet, in columns.
        height: of the sheet, in rows.
        earlier: places that were asked for before, as for `draw_map`.
        found: the difference, as it is told; without it what the maps themselves show.
    """
    whole = compared(before, after, found)
    return draw_map(whole, width, height, (*earlier, *(one.wish for one in before.people)))


def then_and_now_svg(
    whole: Scene, title: str, words: Iterable[str], earlier: Iterable[Wish] = ()
) -> str:
    """Both maps as one SVG file; `whole` comes from `compared`."""
    return svg_of(whole, title, words, earlier)


def compared(before: Scene, after: Scene, found: ThenAndNow | None = None) -> Scene:
    """One map of two: as it is now, with what is different, and with who is gone."""
    old = {one.id: one for one in before.people}
    here = {one.id for one in after.people}
    tied = {one.network for one in found.ties} if found else None
    changes = {one.id: _change(old.get(one.id), one, tied) for one in after.people}
    gone = [one._replace(home=None) for one in before.people if one.id not in here]
    changes |= {one.id: Change(GONE) for one in gone}
    return after._replace(
        people=(*after.people, *gone),
        changes={who: change for who, change in changes.items() if change.marks},
    )


def counted(whole: Scene) -> dict[str, int]:
    """How many there are of each difference that there is."""
    count = Counter(mark for change in whole.changes.values() for mark in change.marks)
    return {mark: count[mark] for mark in CHANGES if count[mark]}


def _change(was: Around | None, now: Around, tied: set[str] | None) -> Change:
    if was is None:
        return Change(NEW)
    other = now.id in tied if tied is not None else _tie(was) != _tie(now)
    ring = CLOSER if now.ring < was.ring else FURTHER if now.ring > was.ring else ""
    sector = OTHER_SECTOR if now.sector != was.sector else ""
    moved = was.wish if ring or sector else None
    return Change(f"{ring}{sector}{OTHER_TIE if other else ''}", moved)


def _tie(one: Around) -> tuple[Quality | None, Energy]:
    return one.quality, one.energy
