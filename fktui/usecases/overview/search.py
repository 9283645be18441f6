"""Finding text in all families, notes included."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from fktui.store.overview.rows import Hit, Reach
from fktui.store.places import Places
from fktui.usecases.overview.listing import Progress, fresh

if TYPE_CHECKING:
    from fktui.usecases.desk import Desk


class Found(NamedTuple):
    """What was found: whole words first, then parts of words, each the newest first.

    Attributes:
        hits: no more than were asked for.
        more: whether there is more than that.
    """

    hits: list[Hit]
    more: bool


def find_text(
    places: Places,
    desk: "Callable[[], Desk]",
    asked: str,
    *,
    case_id: str | None = None,
    limit: int = 50,
    progress: Progress | None = None,
) -> Found:
    """Look for words in every file, also those that were edited in place.

    Args:
        places: the store.
        desk: opens the store, when a family must be read again.
        asked: words that must all be there, and phrases between double quotes.
        case_id: in this family only.
        limit: how many hits at most.
        progress: told while families are read.
    """
    with fresh(places, desk, Reach.EVERYTHING, progress) as overview:
        hits = overview.search(asked, case_id, limit + 1)
    return Found(hits[:limit], len(hits) > limit)
