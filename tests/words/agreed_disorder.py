"""A family with whom nothing is agreed any more: plan, goals and the texts that changed."""

from datetime import date

from fktui.model.case import Case
from fktui.model.plan import Assent, Goal, Plan
from fktui.model.trajectory import Phase, PhasePeriod, Trajectory

_LONG_AGO = date(2025, 1, 6)

FAMILIES = (
    Case(
        trajectory=Trajectory(
            format=1,
            id="kastanje-abc",
            name="Roodborst",
            phases=(PhasePeriod(id="f-00001", phase=Phase.EXECUTION, started_on=_LONG_AGO),),
        ),
        plan=Plan(
            goals=(Goal(id="g-00001", title="Rust", opened_on=_LONG_AGO),),
            agreed=(
                Assent(id="j-00001", to="g-00001", by="referrer", on=_LONG_AGO, text="older"),
                Assent(id="j-00002", to="plan", by="referrer", on=_LONG_AGO, text="older"),
            ),
        ),
    ),
)
