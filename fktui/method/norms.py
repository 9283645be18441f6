"""The figures of the method and of the law, each with its source and date, as data.

They warn and never block. A team changes its own in fk.yaml (`model.team.Norms`); the law's and
the method's are here, in one place, so that a change of law is a change of one line. What follows
from a figure is in `phases`, `deadlines` and `checks`.

Sources: `S0:Ln` is the presentation of FamilieKracht and `S1:Ln` its brochure, with the line;
`Jeugdwet a.b.c` is an article; `team` is fk.yaml; `fk` is our own choice where nobody gives one.
"""

import msgspec

from fktui.model.instrument import Instrument
from fktui.model.team import Norms, PhaseNorm
from fktui.model.trajectory import HoursNorm, Phase

TEAM = "team"
"""The source of a figure that the team set itself."""
OURS = "fk"
"""The source of a figure or rule that is our own choice."""

_SLIDES = "2020"  # undated; 2020 is the last year it names
_BROCHURE = "2020"  # undated, of the same time
_ACT = "2015-11"  # the consolidated text that was read in full
_DESIGN = "2026-11"


class Norm(msgspec.Struct, frozen=True):
    """One figure; its unit is in the name of the field that holds it.

    Attributes:
        value: the figure.
        source: where it is said, as the docstring of this module explains.
        as_of: the date of the text it was taken from, as far as that is known.
    """

    value: int
    source: str
    as_of: str


class PhaseTerm(msgspec.Struct, frozen=True, kw_only=True):
    """How many weeks a phase is meant to take, at how many hours a week."""

    weeks_low: int
    weeks_high: int
    hours: HoursNorm
    source: str
    as_of: str
    meeting_weeks: Norm | None = None
    """Weeks between family meetings; None where none is asked for (S1:L199-203)."""

    @property
    def total_hours(self) -> HoursNorm:
        """Hours that the whole phase is meant to take."""
        return HoursNorm(
            low=self.weeks_low * self.hours.low, high=self.weeks_high * self.hours.high
        )


def _term(
    weeks: tuple[int, int],
    hours: tuple[float, float],
    source: str,
    meeting_weeks: int | None = None,
) -> PhaseTerm:
    (weeks_low, weeks_high), (low, high) = weeks, hours
    return PhaseTerm(
        weeks_low=weeks_low,
        weeks_high=weeks_high,
        hours=HoursNorm(low=low, high=high),
        source=source,
        as_of=_SLIDES,
        meeting_weeks=Norm(meeting_weeks, OURS, _DESIGN) if meeting_weeks else None,
    )


class MethodNorms(msgspec.Struct, frozen=True, kw_only=True):
    """All figures that the rules use, with the defaults of method and law."""

    start: PhaseTerm = _term((2, 2), (5, 10), "S0:L117")
    analysis: PhaseTerm = _term((4, 6), (6, 6), "S0:L121", meeting_weeks=6)
    execution: PhaseTerm = _term((39, 39), (4, 10), "S0:L124", meeting_weeks=12)
    closing: PhaseTerm = _term((4, 6), (3, 3), "S0:L127", meeting_weeks=4)
    aim_months: Norm = Norm(12, "S1:L114", _BROCHURE)
    """The length of the whole trajectory: an aim, often passed (S0:L89)."""
    aftercare_months: Norm = Norm(3, "S1:L255-259", _BROCHURE)
    plan_weeks: Norm = Norm(6, "Jeugdwet 4.1.3", _ACT)
    """From waiving the family group plan until the plan is discussed with youth and parents."""
    plan_written_days: Norm = Norm(14, "Jeugdwet 4.1.3", _ACT)
    """From asking for the plan on paper until it is there."""
    retention_years: Norm = Norm(20, "Jeugdwet 7.3.8", "2020-01-01")
    """From the last change in the record."""
    ages: tuple[Norm, ...] = (
        Norm(12, "Jeugdwet 7.3.4", "2026-01-01"),
        Norm(16, "Jeugdwet 7.3.4", "2026-01-01"),
        Norm(18, "Jeugdwet 1.1", _ACT),
        Norm(23, "S1:L5", _BROCHURE),
    )
    """Birthdays on which something changes: consent, inspection, the ground of the help."""
    warn_days: Norm = Norm(30, OURS, _DESIGN)
    """How long ahead a birthday or the end of a consent is announced."""
    open_goals: Norm = Norm(5, OURS, _DESIGN)
    """More open goals than this are many; the guideline asks for few."""
    domains_affected: Norm = Norm(6, "S0:L21-22", _SLIDES)
    """On so many of the seven life domains the families weigh heavy that the help is meant for."""
    domain_severity: Norm = Norm(2, OURS, _DESIGN)
    """From this severity on a life domain counts among them."""
    map_months: Norm = Norm(6, OURS, _DESIGN)
    """How long a network map counts as recent."""
    refused_months: Norm = Norm(12, OURS, _DESIGN)
    """How long the record of a family that was not admitted is kept: it may come again."""
    together_weeks: Norm = Norm(4, OURS, _DESIGN)
    """Help that starts within so many weeks of each other starts in one go (S1:L92-95)."""
    answer_days: Norm = Norm(14, OURS, _DESIGN)
    """How long somebody of the network may think about taking part before we ask again."""
    jim_days: Norm = Norm(60, OURS, _DESIGN)
    """How long into the help a youth's own mentor (JIM) may not have come up; 33 days is usual."""
    scaling_weeks: Norm = Norm(6, OURS, _DESIGN)
    """While a safety plan runs: how long until somebody is asked again how safe it is."""
    code_days: Norm = Norm(14, OURS, _DESIGN)
    """How long after a step of the reporting code the next one is asked about."""
    score_weeks: Norm = Norm(12, OURS, _DESIGN)
    """How long a goal may go without a score before we ask how far it is."""
    agree_weeks: Norm = Norm(4, OURS, _DESIGN)
    """How long a goal may be open before we ask who agrees with it."""
    instruments: tuple[Instrument, ...] = ()
    """The instruments that the team chose to use, with the moments at which they are due."""

    def phase(self, phase: Phase) -> PhaseTerm:
        """The term of this phase."""
        term: PhaseTerm = getattr(self, phase.value)
        return term

    def age(self, years: int) -> Norm:
        """The norm of this birthday; KeyError when nothing changes on it."""
        return {norm.value: norm for norm in self.ages}[years]


def norms_of(team: Norms) -> MethodNorms:
    """The defaults, with the figures that the team set in fk.yaml in their place."""
    own: dict[str, PhaseTerm | Norm] = {}
    for phase in Phase:
        if (term := getattr(team, phase.value)) is not None:
            own[phase.value] = _of_the_team(term, MethodNorms().phase(phase))
    for name in ("retention_years", "aftercare_months", "refused_months"):
        if (value := getattr(team, name)) is not None:
            own[name] = Norm(value, TEAM, "")
    return msgspec.structs.replace(MethodNorms(), **own)


def _of_the_team(norm: PhaseNorm, default: PhaseTerm) -> PhaseTerm:
    weeks = norm.meeting_weeks
    return PhaseTerm(
        weeks_low=norm.weeks_low,
        weeks_high=norm.weeks_high,
        hours=norm.hours,
        source=TEAM,
        as_of="",
        meeting_weeks=Norm(weeks, TEAM, "") if weeks else default.meeting_weeks,
    )
