"""All families at a glance."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fktui.usecases.desk import Desk


def names(desk: "Desk") -> list[tuple[str, str]]:
    """The id and the name of every family."""
    store = desk.store
    return [(one, store.load(one).case.trajectory.name) for one in store.case_ids()]
