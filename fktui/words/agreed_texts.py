"""What the texts are called that people agree with, and what is typed to note who does."""

from fktui.method.agreed import ANALYSIS, FUTURE_PLAN, PLAN, SAFETY_PLAN
from fktui.model.case import Case, find
from fktui.words.labels import kind_label
from fktui.words.language import N_, _
from fktui.words.naming import name_of

TEXTS: dict[str, str] = {
    PLAN: N_("the plan as a whole"),
    FUTURE_PLAN: N_("the future plan"),
    ANALYSIS: N_("the explanation together"),
}

_COMMANDS: dict[str, str] = {
    PLAN: "fk plan agree {case} --by",
    FUTURE_PLAN: "fk future agree {case}",
    ANALYSIS: "fk analysis agree {case} --by",
    "goal": "fk goal agree {case} {to} --by",
    "safety_plan": "fk safety agree {case} --by",
}


def say_text(case: Case, to: str) -> str:
    """A text as people call it: the future plan, a goal by its title, the safety plan."""
    if to in TEXTS:
        return _(TEXTS[to])
    located = find(case, to)
    if located is None:
        return to
    goal = located.kind.name == "goal"
    return name_of(located.record) if goal else kind_label(located.kind.name).lower()


def text_without_names(case: Case, to: str) -> str:
    """A text as the history calls it: a record by its kind and id."""
    located = find(case, to)
    if to in TEXTS or located is None:
        return _(TEXTS.get(to, to))
    return f"{kind_label(located.kind.name).lower()} {to}"


def say_agreed(called: str) -> str:
    """A text at the beginning of a sentence, from what `method.agreed.called` gives."""
    if called == SAFETY_PLAN:
        return kind_label(SAFETY_PLAN)
    said = _(TEXTS[called]) if called in TEXTS else f"“{called}”"
    return said[:1].upper() + said[1:]


def command_for(case: Case, to: str) -> str:
    """What is typed to note who agrees; names are still to follow."""
    located = find(case, to)
    kind = located.kind.name if located else to
    return _COMMANDS.get(kind, "").format(case=case.id, to=to)
