"""`fk analysis`: all that the analysis of family and network says, and the explanation together."""

from typing import Annotated

import typer

from fktui.cli import agreeing, completion, output, typed
from fktui.cli.commands.analysis.domain import course_row
from fktui.cli.options import At, Because, CaseArg, Json, On, many, subject_app
from fktui.method.agreed import ANALYSIS
from fktui.method.analysis import (
    FamilyAnalysis,
    Member,
    Stress,
    family_analysis,
)
from fktui.model.analysis import HelpRequest, Strength, Worry
from fktui.usecases.analysis.analysis import explain as explain_together
from fktui.words.analysis.worries import (
    say_answer,
    say_contested,
    say_outdated,
    say_target_group,
    say_whose,
)
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.naming import listed, shortened
from fktui.words.time.say_dates import say_date

app = subject_app(_("The analysis of family and network: all of it at once, and what it means."))

Names = dict[str, str]


@app.command("show", help=_("All that is known now: fk analysis show koolmees, or --at 1-3-2025"))
def show(ctx: typer.Context, case: CaseArg, at: At = None, json: Json = False) -> None:
    """The analysis of family and network."""
    desk, loaded = typed.load(ctx, case, at)
    found = family_analysis(loaded.case, typed.back(desk, at), desk.norms)
    if json:
        output.as_json("analysis", found)
        return
    names = desk.names(loaded.case)
    output.heading(_("Analysis of {family}").format(family=loaded.case.trajectory.name))
    _domains(found, names)
    output.block(_("Sources of stress"), [line for one in found.stress for line in _stress(one)])
    output.block(_("Hangs together"), _chains(found, names))
    output.block(_("Strengths"), _strengths(found, names))
    output.block(_("Worries"), [line for one in found.worries for line in _worry(one, names)])
    output.block(_("No longer so"), [f"{say_outdated(one)}  {one.id}" for one in found.outdated])
    output.block(_("What people ask for"), [_request(one, names) for one in found.help_requests])
    output.block(_("Explanation together"), _explanation(found, names))
    _members(found)


@app.command(
    "explain",
    help=_(
        "Write how you understand it together, or who carries it too: "
        'fk analysis explain koolmees "Too much at once" --by Sherida,Jaylen'
    ),
)
def explain(
    ctx: typer.Context,
    case: CaseArg,
    text: Annotated[
        str | None,
        typer.Argument(metavar="TEXT", help=_("In words of all; - reads it from standard input.")),
    ] = None,
    by: Annotated[
        list[str] | None,
        typer.Option(
            "--by",
            metavar="NAMES",
            help=_("Who carries it: names."),
            autocompletion=completion.people,
        ),
    ] = None,
    on: On = None,
) -> None:
    """Write the explanation together, or add who carries it."""
    desk, case_id = typed.family(ctx, case)
    people = typed.people(desk, case_id, many(by))
    words = typed.long_text(text) if text else None
    day = typed.back(desk, on)
    output.done(explain_together(desk, case_id, words, on=day, by=people))


@app.command(
    "agree",
    help=_("People agree with the explanation: fk analysis agree koolmees --by Sherida,Jaylen"),
)
def agree(
    ctx: typer.Context,
    case: CaseArg,
    by: agreeing.By,
    no: agreeing.No = False,
    because: Because = None,
    on: On = None,
) -> None:
    """Note who agrees with the explanation as it is now."""
    agreeing.note(ctx, case, ANALYSIS, by, no, because, on)


def _domains(found: FamilyAnalysis, names: Names) -> None:
    output.line()
    rows = [course_row(course, names) for course in found.domains]
    output.table((_("Life domain"), _("Start"), _("Now"), _("On"), _("By whom")), rows)
    output.line(_("0 not, 1 a little, 2 clearly, 3 very heavy."))
    for line in say_target_group(found.target_group):
        output.line(line)


def _stress(one: Stress) -> list[str]:
    said = label(one.source) if one.source else _("of no source yet")
    title = said if one.severity is None else f"{said}  {one.severity}"
    if not one.stressors:
        return [f"{title}: –"]
    return [f"{title}: {'; '.join(f'{shortened(s.what)} ({s.id})' for s in one.stressors)}"]


def _chains(found: FamilyAnalysis, names: Names) -> list[str]:
    return [" ↔ ".join(shortened(names.get(one, one)) for one in chain) for chain in found.chains]


def _strengths(found: FamilyAnalysis, names: Names) -> list[str]:
    """Of every member, also who has none; then of the family; then the balance."""
    lines = []
    for member in found.members:
        if not member.strengths:
            lines.append(_("{name}: none noted yet").format(name=member.person.name))
        lines += [f"{member.person.name}: {_strength(one, names)}" for one in member.strengths]
    family = _("The family as a whole")
    lines += [f"{family}: {_strength(one, names)}" for one in found.family_strengths]
    text = _("strengths: {strengths}, worries: {worries}")
    both = found.balance
    return [*lines, text.format(strengths=both.strengths, worries=both.worries)]


def _strength(one: Strength, names: Names) -> str:
    by = _("said by {names}").format(names=listed(one.by, names)) if one.by else ""
    return "  ".join(part for part in (one.what, one.example or "", by, one.id) if part)


def _worry(one: Worry, names: Names) -> list[str]:
    """The worry with whose it is; below it who sees it otherwise, and what is done with it."""
    about = listed(one.about, names) or _("The family as a whole")
    said = (say_whose(one, names), say_contested(one, names), say_answer(one, names))
    lines = [f"{about}: {one.what}  {one.id}"]
    lines += [f"    {part}" for part in said if part]
    return lines


def _request(one: HelpRequest, names: Names) -> str:
    whose = names.get(one.words_of or "", "") or listed(one.about, names)
    goals = _("goal: {goals}").format(goals=listed(one.goals, names)) if one.goals else ""
    said = f"{whose}: {one.what}" if whose else one.what
    return "  ".join(part for part in (said, goals, one.id) if part)


def _explanation(found: FamilyAnalysis, names: Names) -> list[str]:
    known = found.explanation
    if known is None:
        return [_("None has been written yet.")]
    carried = listed(found.carried_by, names) or _("nobody yet")
    text = _("{day}, carried by {names}").format(day=say_date(known.on), names=carried)
    return [*known.text.splitlines(), text]


def _members(found: FamilyAnalysis) -> None:
    """What the analysis has of everybody: spoken to, strengths, worries, goals."""
    output.line()
    output.heading(_("Everybody seen and heard"))
    headers = ("", _("Alone"), _("Together"), _("Strengths"), _("Worries"), _("Goals"))
    output.table(headers, [_member(one) for one in found.members])


def _member(one: Member) -> tuple[str, ...]:
    days = (say_date(day) if day else _("not yet") for day in (one.alone_on, one.together_on))
    counts = (len(one.strengths), len(one.worries), len(one.goals))
    return (one.person.name, *days, *(str(count) if count else "–" for count in counts))
