"""The counts of families over a period: of one, of all, and of the team as a whole."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from fktui.errors import FkError, WrongUse
from fktui.method.factors import Period
from fktui.method.report import CaseReport, belongs, case_report
from fktui.method.team_report import TeamReport, team_report
from fktui.store.overview.at_once import at_once
from fktui.usecases.desk import Desk

Progress = Callable[[int, int], None]

_PORTION = 200
_LEAST = 16
"""With fewer families than this, a second process is not worth its making."""


class Report(NamedTuple):
    """What was counted: family by family, together, and the families that cannot be read."""

    cases: tuple[CaseReport, ...]
    team: TeamReport
    unreadable: tuple[str, ...]


def period_of(desk: Desk, since: date | None, until: date | None) -> Period:
    """The period that is meant: until today when not said, from the first day there is.

    Raises:
        WrongUse: the days are the wrong way round.
    """
    last, first = until or desk.today, since or date.min
    if last < first:
        raise WrongUse("days-reversed", start=first, end=last)
    return Period(since=first, until=last)


def report(
    desk: Desk,
    period: Period,
    case_ids: Sequence[str] | None = None,
    progress: Progress | None = None,
) -> Report:
    """Count families; those that have nothing to do with the period are left out.

    A family with a file that cannot be read is counted by what can be read of it, and named.

    Args:
        desk: where it is done.
        period: from and until when.
        case_ids: which families; all of them when not said.
        progress: told how many families were read.
    """
    wanted = desk.store.case_ids() if case_ids is None else tuple(case_ids)
    found: list[tuple[str, bytes, bool]] = []
    for start in range(0, len(wanted), _PORTION):
        if progress:
            progress(start, len(wanted))
        some = wanted[start : start + _PORTION]
        found += at_once(lambda ids: [_counted(desk, one, period) for one in ids], some, _LEAST)
    read = [msgspec.msgpack.decode(data, type=CaseReport) for _id, data, _ok in found if data]
    cases = tuple(one for one in read if belongs(one, period) or case_ids is not None)
    return Report(
        cases,
        team_report(cases, period, desk.norms),
        tuple(case_id for case_id, _data, whole in found if not whole),
    )


def _counted(desk: Desk, case_id: str, period: Period) -> tuple[str, bytes, bool]:
    """A family's counts in a form that goes from one process to another, and whether it is whole.

    Empty when nothing could be read of it.
    """
    try:
        loaded = desk.store.load(case_id)
    except FkError:
        return case_id, b"", False
    known = frozenset(colleague.id for colleague in desk.colleagues)
    counted = case_report(loaded.case, period, desk.norms, known)
    return case_id, msgspec.msgpack.encode(counted), not loaded.broken
