"""From a case to a chart: the same figures as the rest of the program has, and none too many."""

from datetime import date
from math import inf, nan

import msgspec
import pytest

from fktui.method.intensity import intensity
from fktui.method.norms import MethodNorms
from fktui.model.analysis import Analysis, DomainScore
from fktui.model.case import Case
from fktui.model.family import Family, Person, Role
from fktui.model.instrument import Cutoff, Instrument, Scale
from fktui.model.journal import Contact, ContactKind
from fktui.model.measures import Measurement, Measures
from fktui.model.plan import Goal, GoalStatus, LifeDomain, Measure, Plan, Score
from fktui.model.trajectory import HoursNorm, Phase, PhasePeriod, Trajectory
from fktui.pictures.charts.chart_text import draw_chart
from fktui.pictures.charts.chart_words import chart_in_words
from fktui.pictures.charts.known import Known
from fktui.pictures.charts.of_case import chart_of
from fktui.pictures.charts.scores_of_case import scores_of_case
from fktui.pictures.charts.series import Kind, Limit, Pair, Point

TODAY = date(2026, 5, 11)
BO, MO = "p-b0b0b", "p-m0m0m"
NAMES = {BO: "Bo Wit", MO: "Mo Wit", "t-c0ach": "Yara Meerkoet"}
ORS = Instrument(
    name="ors",
    title="ORS",
    scales=(
        Scale(
            name="total",
            title="Total",
            low=0,
            high=40,
            cutoffs=(Cutoff(value=25, from_age=18), Cutoff(value=28, from_age=13, to_age=17)),
        ),
    ),
)
SDM = Instrument(
    name="sdm",
    title="SDM",
    scales=(Scale(name="raw", low=0, high=45), Scale(name="score", low=0, high=100, of="raw")),
)


def case(**parts):
    people = (
        Person(id=BO, name="Bo Wit", role=Role.CHILD, born="2011-05-01"),
        Person(id=MO, name="Mo Wit", role=Role.MOTHER, born="1985"),
    )
    phases = parts.pop("phases", ())
    trajectory = Trajectory(
        format=1, id="wit-k4f", name="Gezin\nWit\x1b", coach="t-c0ach", phases=phases
    )
    return Case(trajectory=trajectory, family=Family(people=people), **parts)


def known(whole, on=TODAY):
    return Known(whole, on, MethodNorms(), NAMES, {"ors": ORS, "sdm": SDM})


def scores(*values):
    return tuple(
        Score(id=f"r-{n:05}", on=date.fromisoformat(on), value=value)
        for n, (on, value) in enumerate(values)
    )


def measured(*given):
    return Measures(
        measurements=tuple(
            Measurement(
                id=f"r-{n:05}",
                instrument=instrument,
                on=date.fromisoformat(on),
                by=(by,),
                about=(about,),
                scores=figures,
            )
            for n, (instrument, on, by, about, figures) in enumerate(given)
        )
    )


def test_the_title_is_one_harmless_line():
    title = chart_of(Kind.GOALS, known(case())).title
    assert title == "Goals over time · Gezin Wit� · 11 May 2026"


@pytest.mark.parametrize("kind", Kind)
def test_a_family_without_anything_has_an_empty_chart(kind):
    chart = chart_of(kind, known(case()))
    assert chart.is_empty
    assert len(list(chart_in_words(chart))) == 1


def test_hours_are_those_of_the_method_in_the_order_of_the_phases():
    phases = (
        PhasePeriod(
            id="f-00002",
            phase=Phase.ANALYSIS,
            started_on=date(2026, 3, 16),
            hours=HoursNorm(low=inf, high=nan),
        ),
        PhasePeriod(
            id="f-00001",
            phase=Phase.START,
            started_on=date(2026, 3, 2),
            ended_on=date(2026, 3, 16),
        ),
        PhasePeriod(id="f-00003", phase=Phase.CLOSING),
    )
    days = ((date(2026, 3, 3), 4.0), (date(2026, 3, 10), 7.5), (date(2026, 3, 16), 2.0))
    contacts = tuple(
        Contact(id=f"c-{n:05}", on=on, kind=next(iter(ContactKind)), hours=hours, body="")
        for n, (on, hours) in enumerate(days)
    )
    whole = case(phases=phases, contacts=contacts)
    chart = chart_of(Kind.HOURS, known(whole))
    start, analysis = chart.stretches
    found = intensity(whole, phases[1], TODAY, MethodNorms())
    assert (start.weeks, start.low, start.high) == ((4, 7.5), 5, 10)
    assert start.per_week == round(found.per_week, 1)
    assert (start.first, start.last) == (date(2026, 3, 2), date(2026, 3, 16))
    assert (analysis.weeks[0], analysis.last) == (2, TODAY)
    assert (analysis.low, analysis.high) == (0, 0)
    assert "█" in draw_chart(chart, 80, 24).text()


def test_goals_are_open_first_each_on_its_own_scale():
    goals = (
        Goal(
            id="g-00001",
            title="Done",
            measure=Measure.TEN,
            status=GoalStatus.REACHED,
            scores=scores(("2026-02-01", 3), ("2026-01-01", 2), ("2026-02-01", 8)),
        ),
        Goal(id="g-00002", title="Later", scores=scores(("2026-06-01", 1))),
        Goal(id="g-00003", title="Open", scores=scores(("2026-01-01", -2), ("2026-02-01", 7))),
        Goal(id="g-00004", title="Odd", scores=scores(("2026-01-01", 9))),
    )
    chart = chart_of(Kind.GOALS, known(case(plan=Plan(goals=goals))))
    first, last = chart.panels
    assert (first.title, first.low, first.high, first.limits) == (
        *("Open", -2, 2),
        (Limit(0, "as expected"),),
    )
    assert first.note == "-2 · 1 score is not on the scale"
    assert (last.title, last.low, last.high, last.limits) == ("Done", 0, 10, ())
    assert last.lines[0].points == (Point(date(2026, 1, 1), 2), Point(date(2026, 2, 1), 8))
    assert last.note == "2 → 8 · reached"
    assert chart.notes == (
        "No line is drawn through fewer than three points.",
        "Odd: 1 score is not on the scale.",
        "Not scored yet: Later.",
    )


def test_domains_go_from_start_to_now_and_the_rest_is_said():
    def scored(n, on, severity, by=""):
        return DomainScore(
            id=f"r-{n:05}",
            domain=LifeDomain.CHILD,
            on=date.fromisoformat(on),
            severity=severity,
            by=(by,) if by else (),
        )

    given = (
        *(scored(1, "2026-01-01", 3), scored(2, "2026-04-01", 1, BO)),
        *(scored(3, "2026-04-01", 2, MO), scored(4, "2026-06-01", 0)),
    )
    chart = chart_of(Kind.DOMAINS, known(case(analysis=Analysis(domains=given))))
    assert chart.pairs == (Pair("Child", 3, 2, "1–2", date(2026, 1, 1), date(2026, 4, 1)),)
    assert "Not looked at yet: parents, " in chart.notes[1]


def test_a_line_for_each_who_gave_it_with_the_limit_of_their_age():
    whole = case(
        measures=measured(
            ("ors", "2026-01-01", BO, BO, {"total": 12}),
            ("ors", "2026-02-01", BO, BO, {"total": 18.5}),
            ("ors", "2026-03-01", BO, BO, {"total": 99}),
            ("ors", "2026-02-01", "t-c0ach", MO, {"total": 30}),
            ("ors", "2026-12-01", BO, BO, {"total": 40}),
        )
    )
    (panel,) = chart_of(Kind.SCORES, known(whole)).panels
    assert (panel.title, panel.low, panel.high) == ("ORS, Total", 0, 40)
    assert panel.note == "2 respondents, 3 measurements · 1 score is not on the scale"
    assert [one.name for one in panel.lines] == ["Bo", "Mo, by Yara"]
    assert panel.lines[0].points[-1] == Point(date(2026, 2, 1), 18.5)
    assert panel.limits == (Limit(28, "limit 28 (13–17)"), Limit(25, "limit 25 (18+)"))


def test_names_are_whole_where_the_first_ones_are_the_same():
    whole = case(
        measures=measured(
            ("ors", "2026-01-01", BO, BO, {"total": 12}),
            ("ors", "2026-01-01", MO, MO, {"total": 1}),
        )
    )
    same = known(whole)._replace(names={BO: "Bo Wit", MO: "Bo Zwart"})
    (panel,) = chart_of(Kind.SCORES, same).panels
    assert [one.name for one in panel.lines] == ["Bo Wit", "Bo Zwart"]


def test_the_same_picture_is_not_drawn_twice():
    both = measured(("sdm", "2026-01-01", BO, BO, {"raw": 9, "score": 20}))
    only = measured(("sdm", "2026-01-01", BO, BO, {"raw": 9}))
    titles = [
        [panel.title for panel in chart_of(Kind.SCORES, known(case(measures=one))).panels]
        for one in (both, only)
    ]
    assert titles == [["SDM, score"], ["SDM, raw"]]


@pytest.mark.parametrize(
    ("values", "low", "high"), [((7, 7), 6, 8), ((3, 9), 3, 9), ((nan, 5), 4, 6), ((inf, 5), 4, 6)]
)
def test_an_instrument_that_is_not_known_is_drawn_on_its_own_figures(values, low, high):
    given = [("own", f"2026-0{n}-01", BO, BO, {"x y": value}) for n, value in enumerate(values, 1)]
    chart = chart_of(Kind.SCORES, known(case(measures=measured(*given))))
    (panel,) = chart.panels
    assert (panel.title, panel.low, panel.high) == ("own, x y", low, high)
    assert "the scale is not known here" in panel.note
    assert "●" in draw_chart(chart, 80, 24).text()


def test_what_is_not_on_its_scale_at_all_is_said_and_not_drawn():
    whole = case(measures=measured(("ors", "2026-01-01", BO, BO, {"total": nan})))
    chart = scores_of_case("Scores", known(whole))
    assert chart.panels == ()
    assert chart.notes == ("ORS, Total: 1 score is not on the scale.",)
    assert list(chart_in_words(chart))[1:] == list(chart.notes)


def test_many_lines_make_another_panel_and_trends_the_sooner():
    given = [("ors", "2026-01-01", f"n-{n:05}", BO, {"total": n}) for n in range(7)]
    chart = chart_of(Kind.SCORES, known(case(measures=measured(*given))))
    assert [len(panel.lines) for panel in chart.panels] == [6, 1]
    given += [("ors", f"2026-0{n}-02", "n-00000", BO, {"total": n}) for n in (2, 3)]
    chart = chart_of(Kind.SCORES, known(case(measures=measured(*given))))
    assert [len(panel.lines) for panel in chart.panels] == [3, 3, 1]


def test_a_chart_is_data_too():
    chart = chart_of(Kind.GOALS, known(case()))
    assert msgspec.to_builtins(chart)["kind"] == "goals"
