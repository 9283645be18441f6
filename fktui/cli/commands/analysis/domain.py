"""`fk domain`: how heavy each of the seven life domains weighs, from the start until now."""

from typing import Annotated

import typer

from fktui.cli import completion, output, typed
from fktui.cli.options import (
    All,
    At,
    CaseArg,
    Json,
    Message,
    Note,
    On,
    Set,
    VisibleTo,
    given,
    many,
    subject_app,
)
from fktui.errors import WrongUse
from fktui.method.analysis import DomainCourse, domain_courses, target_group
from fktui.model.analysis import DomainScore
from fktui.model.plan import LifeDomain
from fktui.model.record import Nature
from fktui.usecases.analysis.analysis import score_domains
from fktui.usecases.fields import choice
from fktui.usecases.records import edit_record
from fktui.words.analysis.worries import say_standing
from fktui.words.changes import say_value
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.time.say_dates import say_date

app = subject_app(_("The seven life domains: how heavy each weighs, from the start until now."))

Names = Annotated[
    list[str] | None,
    typer.Option(
        "--by", metavar="NAMES", help=_("Who gives it: names."), autocompletion=completion.people
    ),
]
About = Annotated[
    list[str] | None,
    typer.Option(
        "--about",
        metavar="NAMES",
        help=_("About whom, when not about all."),
        autocompletion=completion.people,
    ),
]


@app.command(
    "score",
    help=_(
        "Say how heavy a domain weighs, or several at once: fk domain score koolmees child=3 "
        "parents=2"
    ),
    context_settings={"ignore_unknown_options": True},  # -1 is said to be outside, not an option
)
def score(
    ctx: typer.Context,
    case: CaseArg,
    figures: Annotated[
        list[str],
        typer.Argument(
            metavar="DOMAIN=FIGURE",
            help=_("Each domain with 0 (not), 1 (a little), 2 (clearly) or 3 (very)."),
        ),
    ],
    on: On = None,
    by: Names = None,
    about: About = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="TEXT", help=_("Where it comes from."))
    ] = None,
    nature: Annotated[
        str | None, typer.Option("--nature", metavar="CHOICE", help=_("Fact, opinion and so on."))
    ] = None,
    note: Note = None,
    visible_to: VisibleTo = None,
) -> None:
    """Score one domain or several."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        by=typed.people(desk, case_id, many(by)),
        about=typed.people(desk, case_id, many(about)),
        source=typed.text(source),
        nature=choice(Nature, nature) if nature else None,
        note=typed.text(note),
        visible_to=typed.may_read(desk, case_id, many(visible_to)),
    )
    severities = _figures(case_id, figures)
    fields = typed.with_readers(desk, case_id, "domain", fields) | {"on": typed.back(desk, on)}
    done = score_domains(desk, case_id, severities, **fields)
    for score_id in done.ids:
        output.line(score_id)
    output.say(done.saved.act.subject)


def _figures(case_id: str, words: list[str]) -> dict[LifeDomain, int]:
    """`child=3 parents=2`, or `child 3`: each domain with its figure."""
    found: dict[LifeDomain, int] = {}
    rest = iter(words)
    for word in rest:
        name, equals, figure = word.partition("=")
        figure = figure if equals else next(rest, "")
        if not figure:
            raise WrongUse("domain-without-score", given=name, case=case_id)
        domain = choice(LifeDomain, name)
        if domain in found:
            raise WrongUse("named-twice", given=name)
        found[domain] = typed.whole_number(figure)
    return found


@app.command("edit", help=_("Correct a score: fk domain edit koolmees r-7kq2m --set severity=2"))
def edit(
    ctx: typer.Context,
    case: CaseArg,
    which: Annotated[str, typer.Argument(metavar="SCORE", help=_("The score: its id."))],
    settings: Set = None,
    message: Message = "",
) -> None:
    """Correct a score."""
    desk, case_id = typed.family(ctx, case)
    fields = typed.other_fields(desk, case_id, DomainScore, settings)
    output.done(edit_record(desk, case_id, which, ("domain",), fields, reason=message))


@app.command(
    "list",
    help=_("Each domain from the start until now; with --all every score: fk domain list koolmees"),
)
def list_domains(
    ctx: typer.Context, case: CaseArg, everything: All = False, at: At = None, json: Json = False
) -> None:
    """Each domain, from the start until now."""
    desk, loaded = typed.load(ctx, case, at)
    analysis = loaded.case.analysis
    names = desk.names(loaded.case)
    courses = domain_courses(analysis, typed.back(desk, at))
    if json:
        output.as_json("domains", analysis.domains if everything else courses)
        return
    if everything:
        _scores(analysis.domains, names)
    else:
        rows = [course_row(course, names) for course in courses]
        output.table((_("Life domain"), _("Start"), _("Now"), _("On"), _("By whom")), rows)
    output.say(_("0 not, 1 a little, 2 clearly, 3 very heavy."))
    unscored = target_group(courses, desk.norms).unscored
    if unscored:
        never = ", ".join(label(domain) for domain in unscored)
        output.say(_("Not looked at yet: {domains}.").format(domains=never))


def course_row(course: DomainCourse, names: dict[str, str]) -> tuple[str, ...]:
    """One domain: its start, how it stands, since when, by whom; where people differ, both."""
    newest = max((score.on for score in course.standing), default=None)
    by = dict.fromkeys(one for score in course.standing for one in score.by)
    return (
        label(course.domain).capitalize(),
        "–" if course.start is None else str(course.start),
        say_standing(course),
        say_date(newest) if newest else "–",
        listed(by, names) or "–",
    )


def _scores(scores: tuple[DomainScore, ...], names: dict[str, str]) -> None:
    shown = ("on", "severity", "by", "about", "nature", "source", "note")
    headers = ("", _("Life domain"), _("On"), _("How heavy"), _("By whom"), _("About"))
    rows = [
        (one.id, label(one.domain), *(say_value(getattr(one, name), names) for name in shown))
        for one in sorted(scores, key=lambda one: one.on)
    ]
    output.table((*headers, _("Kind of saying"), _("Source"), _("Note")), rows)
