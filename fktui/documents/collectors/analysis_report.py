"""The report of the analysis phase: how family and coach together see it (domain.md items 66, 90).

S1:L161-164, L203-204. Strengths first; a worry has its source; a person's own view stands beside
what it is about. Only what the whole family may read is in it, as it may go to others after a yes.
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from fktui.documents.collectors import future_plan
from fktui.documents.collectors.said import Order, Said, left_out
from fktui.documents.facts import Fact, GoalResult, Member, Supporter, Words
from fktui.method.analysis import carriers, domain_courses, open_stressors, open_worries
from fktui.method.rights.copying import for_everybody
from fktui.model.analysis import Severity
from fktui.words.labels import label

TEMPLATE = "analysis-report"
_KINDS = (
    "strength",
    "worry",
    "stressor",
    "domain",
    "help_request",
    "network",
    "jim",
    "goal",
    "statement",
)


class Noted(Fact, frozen=True, kw_only=True):
    """An entry of the analysis.

    Attributes:
        who: whom it is about; empty for the family as a whole.
        said_by: who says so, and whether it is a fact or an opinion.
        otherwise: who sees it otherwise, and how.
        example: when it showed.
        beside: statements of people that stand beside it.
    """

    text: str
    who: str = ""
    said_by: str = ""
    otherwise: str = ""
    example: str = ""
    beside: tuple[Words, ...] = ()


class DomainFacts(Fact, frozen=True, kw_only=True):
    """How heavy a life domain weighed at the start and weighs now; None when nobody said."""

    name: str
    start: Severity | None = None
    now: Severity | None = None


class AnalysisFacts(Fact, frozen=True, kw_only=True):
    """Everything that the report says.

    Attributes:
        copies: who gets it besides the family.
        said: statements of people that stand by themselves, or beside an earlier report.
        carried_by: who stand behind the explanation, by name.
        hidden: how many entries are only for some, and so are not in the paper.
    """

    family_name: str
    made_on: date
    members: tuple[Member, ...] = ()
    copies: tuple[str, ...] = ()
    coach: str = ""
    strengths: tuple[Noted, ...] = ()
    worries: tuple[Noted, ...] = ()
    stressors: tuple[Noted, ...] = ()
    domains: tuple[DomainFacts, ...] = ()
    asks: tuple[Noted, ...] = ()
    explanation: str = ""
    explained_on: date | None = None
    carried_by: tuple[str, ...] = ()
    network: tuple[Supporter, ...] = ()
    jims: tuple[str, ...] = ()
    goals: tuple[GoalResult, ...] = ()
    said: tuple[Words, ...] = ()
    hidden: int = 0


def collect(order: Order) -> AnalysisFacts:
    """The facts of the report, of what the whole family may read."""
    whole, today = order.case, order.today
    case, _hidden = for_everybody(whole, today)
    order = order._replace(case=case)
    shared, noted, analysis = future_plan.collect(order), _Noting(order), case.analysis
    explained = analysis.explanation
    return AnalysisFacts(
        family_name=shared.family_name,
        made_on=today,
        members=shared.members,
        copies=order.copies,
        coach=order.coach,
        strengths=tuple(noted.entry(one, one.about, one.by) for one in analysis.strengths),
        worries=tuple(noted.worry(one) for one in open_worries(analysis, today)),
        stressors=tuple(noted.entry(one, one.about) for one in open_stressors(analysis, today)),
        domains=tuple(
            DomainFacts(name=label(one.domain), start=one.start, now=one.now)
            for one in domain_courses(analysis, today)
        ),
        asks=tuple(
            noted.entry(one, (one.words_of,) if one.words_of else one.about)
            for one in analysis.help_requests
        ),
        explanation=explained.text if explained else "",
        explained_on=explained.on if explained else None,
        carried_by=tuple(noted.said.first((one,)) for one in carriers(whole)),
        network=shared.network,
        jims=tuple(noted.said.jims()),
        goals=shared.goals,
        said=noted.alone(),
        hidden=left_out(whole, case, _KINDS),
    )


def _unless_said(who: str, text: str) -> str:
    """Whom it is about, but not where the text begins with the name."""
    return "" if text.startswith(f"{who} ") else who


class _Noting:
    """Entries with what people say beside them."""

    def __init__(self, order: Order) -> None:
        self.said, self.case = Said(order), order.case

    def entry(self, one: Any, who: Iterable[str], by: Iterable[str] = ()) -> Noted:
        nature = getattr(one, "nature", None)
        source = self.said.first(by) or getattr(one, "source", None) or ""
        return Noted(
            text=one.what,
            who=_unless_said(self.said.first(who), one.what),
            said_by=", ".join(filter(None, (source, label(nature) if nature else ""))),
            example=getattr(one, "example", None) or "",
            beside=self.beside(one.id),
        )

    def worry(self, one: Any) -> Noted:
        fact = self.said.worry(one)
        return Noted(
            text=fact.text,
            who=_unless_said(fact.who, fact.text),
            said_by=fact.said_by,
            otherwise=fact.otherwise,
            beside=self.beside(one.id),
        )

    def beside(self, entry: str) -> tuple[Words, ...]:
        return self._statements({entry})

    def alone(self) -> tuple[Words, ...]:
        reports = {one.id for one in self.case.documents if one.template == TEMPLATE}
        return self._statements({None, *reports})

    def _statements(self, entries: Collection[str | None]) -> tuple[Words, ...]:
        return tuple(
            Words(text=one.body, who=self.said.first((one.by,)))
            for one in self.case.statements
            if one.entry in entries
        )
