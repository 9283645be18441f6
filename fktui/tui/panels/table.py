"""The tabs of the family, in their order, with the kinds of records that each shows."""

from typing import NamedTuple

from fktui.model.case import KINDS, find
from fktui.tui.family import Shown
from fktui.tui.panels import (
    analysis,
    contacts,
    goals,
    history,
    meetings,
    network,
    overview,
    paper,
    people,
    safety,
)
from fktui.tui.panels.panel import Panel
from fktui.words.language import _

PANELS: tuple[Panel, ...] = (
    overview.PANEL,
    goals.PANEL,
    contacts.PANEL,
    network.PANEL,
    analysis.PANEL,
    safety.PANEL,
    meetings.PANEL,
    paper.PANEL,
    history.PANEL,
    people.PANEL,
)
"""The digits 1 to 9 and 0 go to them."""

_DUE = {"measure-due": "analysis", "plan-due": "goals", "plan-written": "paper"}
"""The tab of what is due and is about no record; the head of the record for the others."""


def short_titles() -> list[str]:
    """The titles where there is little room, in the order of the tabs."""
    return _("Over Goals Cont Netw Analy Safe Meet Paper Hist Doss").split()


class Spot(NamedTuple):
    """A tab, and what the cursor goes to: the record, else the one that it stands inside of."""

    panel: str
    keys: tuple[str, ...] = ()


def tab_of(kind: str) -> str:
    """The tab that shows a kind of record, by itself or as a part of another; empty for none."""
    found = next((panel.id for panel in PANELS if kind in panel.kinds), "")
    parent = KINDS[kind].parent if kind in KINDS else None
    return found or (tab_of(parent) if parent else "")


def spot_of(shown: Shown, key: str) -> Spot:
    """Where a record is shown, or what has to be done for a day that is due.

    Args:
        shown: the family.
        key: of a line: the id of a record, or the code of what is due.
    """
    located = find(shown.case, key)
    if located is not None:
        owner = (located.parent.id,) if located.parent is not None else ()
        return Spot(tab_of(located.kind.name), (key, *owner))
    due = shown.glance.due
    codes = (one.code for one in (*due.overdue, *due.coming) if key in (one.record, one.code))
    return Spot(_DUE.get(next(codes, ""), "people"))
