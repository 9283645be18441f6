"""What a study may have: the files of an export, their columns, and what each of them means.

No column holds a name, an id, a date or a text that somebody wrote. What is in the cells is made in
`research_rows`; the codebook is made from this table.
"""

from enum import Enum
from typing import NamedTuple

from fktui.model.family import Role
from fktui.model.intake import IntakeOutcome, Route
from fktui.model.journal import ContactKind, Element, PlaceKind
from fktui.model.network import Sector
from fktui.model.plan import GoalKind, GoalStatus, LifeDomain, Measure
from fktui.model.trajectory import EndReason, GroupPlanOutcome, Phase, Status
from fktui.words.language import N_

Cell = str | int | float | None
Row = tuple[Cell, ...]

YES_NO = ("yes", "no")
FILLED_BY = ("member", "network", "professional", "unknown")
UNKNOWN = "unknown"
AGE_BANDS = (
    *("0..3", "4..11", "12..15", "16..17", "18..22", "23..34", "35..49", "50.."),
    UNKNOWN,
)
"""Ages in whole years. The borders of the law are borders here: 12, 16, 18 and 23."""
TAG_KINDS = ("element", "principle")
OTHER_PRINCIPLE = "principle-other"
PRINCIPLES = (*(f"principle-{number}" for number in range(1, 10)), OTHER_PRINCIPLE)
OPEN = ()
"""For a column with codes that are not known beforehand: those of the team's own definitions."""

_COUNT = N_("number")
_DAYS = N_("days since the start of the help")
_LENGTH = N_("days")
_HOURS = N_("hours")
_T = N_("T-score; 50 is as expected")
_SCORE = N_("figure")

Values = type[Enum] | tuple[str, ...] | tuple[()]


class Column(NamedTuple):
    """One column: its name, what it means and its unit (English msgids), the codes it may hold.

    `values` is None where it holds no codes: a pseudonym or a number.
    """

    name: str
    meaning: str
    unit: str = ""
    values: Values | None = None


class Table(NamedTuple):
    """One file of the export.

    Attributes:
        name: without `.csv`.
        about: what one row is, as an English msgid.
        holder: the column that says whose row it is: small numbers are counted by it.
        columns: in the order of the file.
    """

    name: str
    about: str
    holder: str
    columns: tuple[Column, ...]

    def row(self, **cells: Cell) -> Row:
        """A row with each cell in the column of its name; a column that is not named stays empty.

        Raises:
            KeyError: there is no such column.
        """
        names = [column.name for column in self.columns]
        if odd := set(cells) - set(names):
            raise KeyError(min(odd))
        return tuple(cells.get(name) for name in names)

    def place(self, name: str) -> int:
        """Which column this is, from 0."""
        return [column.name for column in self.columns].index(name)


_FAMILY = Column("family", N_("Pseudonym of the family; the same in every file of this study."))
_PERSON = Column("person", N_("Pseudonym of the person; the same in every file of this study."))

FAMILIES = Table(
    "families",
    N_("One row for each family of which everybody may be in the study."),
    "family",
    (
        _FAMILY,
        Column("status", N_("Where the family stands with the team."), values=Status),
        Column("route", N_("By which way the family came."), values=Route),
        Column("outcome", N_("What was decided at the intake."), values=IntakeOutcome),
        Column("group_plan", N_("What came of the family group plan."), values=GroupPlanOutcome),
        Column("members", N_("Members of the family."), _COUNT),
        Column("children", N_("Children and young people among them."), _COUNT),
        Column("households", N_("Households."), _COUNT),
        Column("indications", N_("Indications that were found at the intake."), _COUNT),
        Column("contraindications", N_("Contra-indications that were found."), _COUNT),
        Column(
            "days_of_help",
            N_("From the start to the end of the help; empty if not ended."),
            _LENGTH,
        ),
        Column("hours", N_("Hours of contacts and of meetings, as far as noted."), _HOURS),
        Column("contacts", N_("Contacts."), _COUNT),
        Column("meetings", N_("Meetings that were held."), _COUNT),
        Column("strengths", N_("Strengths that were noted."), _COUNT),
        Column("worries", N_("Worries that were noted."), _COUNT),
        Column("stressors", N_("Sources of stress that were noted."), _COUNT),
        Column("events", N_("Events on the timeline."), _COUNT),
        Column("goals", N_("Goals."), _COUNT),
        Column("goals_reached", N_("Goals that were reached."), _COUNT),
        Column("gas_t_first", N_("Goal attainment at the first scores."), _T),
        Column("gas_t_last", N_("Goal attainment at the last scores."), _T),
        Column("network", N_("People and organisations on the network map."), _COUNT),
        Column("jims", N_("Young people who chose a mentor of their own (JIM)."), _COUNT),
        Column("community", N_("Places in the neighbourhood that were looked at."), _COUNT),
        Column("safety_plans", N_("Safety plans that were made."), _COUNT),
        Column("end_reason", N_("Why the help ended."), values=EndReason),
        Column("at_home", N_("Whether the children live at home at the end."), values=YES_NO),
        Column(
            "organises_daily_life",
            N_("Whether the family organises daily life itself at the end."),
            values=YES_NO,
        ),
        Column(
            "relations_strengthened",
            N_("Whether relations were strengthened lastingly at the end."),
            values=YES_NO,
        ),
        Column("aftercare_day", N_("Day of the aftercare talk."), _DAYS),
    ),
)
PERSONS = Table(
    "persons",
    N_("One row for each person who may be in the study."),
    "person",
    (
        _PERSON,
        _FAMILY,
        Column("role", N_("Place in the family."), values=Role),
        Column("age_band", N_("Age in whole years at the start of the help."), values=AGE_BANDS),
        Column("index", N_("Whether the referral was about this child first."), values=YES_NO),
        Column("strengths", N_("Strengths of this person that were noted."), _COUNT),
        Column("worries", N_("Worries about this person that were noted."), _COUNT),
        Column("goals", N_("Goals that are this person's own."), _COUNT),
        Column("contacts", N_("Contacts at which this person was present."), _COUNT),
        Column("measurements", N_("Questionnaires by or about this person."), _COUNT),
    ),
)
PHASES = Table(
    "phases",
    N_("One row for each stay of a family in a phase."),
    "family",
    (
        _FAMILY,
        Column("phase", N_("Which of the four phases."), values=Phase),
        Column("first_day", N_("First day of the stay."), _DAYS),
        Column("days", N_("Length of the stay; empty while it runs."), _LENGTH),
        Column("hours", N_("Hours of contacts and meetings in the stay."), _HOURS),
        Column("extensions", N_("How many times it was made longer."), _COUNT),
    ),
)
DOMAINS = Table(
    "domains",
    N_("One row for each score of a life domain."),
    "family",
    (
        _FAMILY,
        Column("domain", N_("Which of the seven life domains."), values=LifeDomain),
        Column("day", N_("Day of the score."), _DAYS),
        Column(
            "severity", N_("How heavy it weighs: 0 not, 1 a little, 2 clearly, 3 very."), _SCORE
        ),
    ),
)
GOALS = Table(
    "goals",
    N_("One row for each goal."),
    "family",
    (
        _FAMILY,
        Column("goal", N_("Pseudonym of the goal.")),
        Column("kind", N_("For the long term, or a small step."), values=GoalKind),
        Column("domain", N_("Life domain of the goal."), values=LifeDomain),
        Column("measure", N_("How it is scored: gas -2 to +2, ten 0 to 10."), values=Measure),
        Column("status", N_("What became of the goal."), values=GoalStatus),
        Column("weight", N_("Weight of the goal in the T-score."), _SCORE),
        Column("steps", N_("Steps, without those that were dropped."), _COUNT),
        Column("steps_done", N_("Steps that were done."), _COUNT),
        Column("scores", N_("How many times the goal was scored."), _COUNT),
        Column("first_day", N_("Day of the first score."), _DAYS),
        Column("first_score", N_("First score."), _SCORE),
        Column("last_day", N_("Day of the last score."), _DAYS),
        Column("last_score", N_("Last score."), _SCORE),
    ),
)
NETWORK = Table(
    "network",
    N_("One row for each place on the network map where somebody stands."),
    "family",
    (
        _FAMILY,
        Column("ring", N_("Closeness: 1 close, 2 familiar, 3 at a distance."), _SCORE),
        Column("sector", N_("Part of the network."), values=Sector),
        Column("people", N_("People and organisations there."), _COUNT),
    ),
)
CONTACTS = Table(
    "contacts",
    N_("One row for each kind of contact and place where it was."),
    "family",
    (
        _FAMILY,
        Column("kind", N_("Kind of contact."), values=ContactKind),
        Column("place", N_("Where it was."), values=PlaceKind),
        Column("contacts", N_("How many such contacts."), _COUNT),
        Column("hours", N_("Hours of these contacts, as far as noted."), _HOURS),
    ),
)
TAGS = Table(
    "tags",
    N_("One row for each principle or element of the help that contacts were an example of."),
    "family",
    (
        _FAMILY,
        Column("kind", N_("A leading principle, or an element of the help."), values=TAG_KINDS),
        Column(
            "tag",
            N_("Which one; a principle by its place in the list of the team."),
            values=(*(element.value for element in Element), *PRINCIPLES),
        ),
        Column("contacts", N_("How many contacts were an example of it."), _COUNT),
    ),
)
MEASURES = Table(
    "measures",
    N_("One row for each figure of a questionnaire, and each person whom it is about."),
    "person",
    (
        _PERSON,
        _FAMILY,
        Column("filled_by", N_("Who filled it in."), values=FILLED_BY),
        Column("instrument", N_("Name of the questionnaire."), values=OPEN),
        Column("scale", N_("Name of the scale."), values=OPEN),
        Column("day", N_("Day on which it was filled in."), _DAYS),
        Column("value", N_("The figure."), _SCORE),
    ),
)

TABLES = (FAMILIES, PERSONS, PHASES, DOMAINS, GOALS, NETWORK, CONTACTS, TAGS, MEASURES)
"""Every file of an export, besides the summary, the codebook and the page to read first."""
