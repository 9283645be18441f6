import pytest
from families import NORMS

from fktui.method.norms import OURS, TEAM, norms_of
from fktui.model.team import Norms, PhaseNorm
from fktui.model.trajectory import HoursNorm, Phase

SEEDS = [
    (Phase.START, (2, 2), (5, 10), (10, 20)),
    (Phase.ANALYSIS, (4, 6), (6, 6), (24, 36)),
    (Phase.EXECUTION, (39, 39), (4, 10), (156, 390)),
    (Phase.CLOSING, (4, 6), (3, 3), (12, 18)),
]


@pytest.mark.parametrize(("phase", "weeks", "hours", "total"), SEEDS)
def test_the_figures_of_the_presentation(phase, weeks, hours, total):
    term = NORMS.phase(phase)
    assert (term.weeks_low, term.weeks_high) == weeks
    assert (term.hours.low, term.hours.high) == hours
    assert (term.total_hours.low, term.total_hours.high) == total


def test_every_figure_has_a_source_and_a_date():
    phases = [NORMS.phase(phase) for phase in Phase]
    figures = [
        getattr(NORMS, name)
        for name in NORMS.__struct_fields__
        if name not in ("ages", "instruments")
    ]
    for norm in (*phases, *figures, *NORMS.ages):
        assert norm.source
        assert norm.as_of


def test_a_team_without_norms_of_its_own_has_the_defaults():
    assert norms_of(Norms()) == NORMS


def test_a_team_changes_only_what_it_names():
    own = Norms(
        analysis=PhaseNorm(weeks_low=6, weeks_high=8, hours=HoursNorm(low=5, high=7)),
        aftercare_months=6,
        retention_years=30,
    )
    norms = norms_of(own)
    assert norms.analysis.weeks_high == 8
    assert norms.analysis.source == TEAM
    assert (norms.aftercare_months.value, norms.retention_years.value) == (6, 30)
    assert norms.execution == NORMS.execution


def test_a_team_chooses_how_long_it_keeps_the_record_of_who_was_not_admitted():
    assert norms_of(Norms(refused_months=3)).refused_months.value == 3
    assert NORMS.refused_months.source == OURS


def test_each_birthday_that_counts_has_its_norm():
    assert [NORMS.age(years).value for years in (12, 16, 18, 23)] == [12, 16, 18, 23]
    with pytest.raises(KeyError):
        NORMS.age(14)
