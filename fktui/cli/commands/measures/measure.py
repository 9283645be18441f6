"""`fk measure`: scores of instruments, what is due, and who takes part in a study."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

import typer

from fktui.cli import completion, output, typed
from fktui.cli.options import (
    At,
    CaseArg,
    Json,
    Note,
    On,
    PersonArg,
    VisibleTo,
    given,
    many,
    subject_app,
)
from fktui.method.due.day import Deadline
from fktui.method.measures import ScaleChange, scale_of
from fktui.model.instrument import Instrument
from fktui.model.measures import Measurement, ParticipationStatus
from fktui.usecases.fields import choice
from fktui.usecases.finding import find_record
from fktui.usecases.measures import measures, participation
from fktui.usecases.team.research import read_scores
from fktui.words.analysis.scores import Defined, say_instrument, say_scale, say_scores
from fktui.words.deadlines import say_what
from fktui.words.labels import field_label, instrument_label, label, scale_label
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.say import say_error
from fktui.words.time.hours import in_figures
from fktui.words.time.say_dates import say_day

app = subject_app(_("Scores of questionnaires, what is due, and who takes part in a study."))

Figures = Annotated[
    list[str] | None,
    typer.Argument(metavar="[SCALE=FIGURE]...", help=_("The figures: raw=31, or stress=7 calm=4.")),
]
By = Annotated[
    list[str] | None,
    typer.Option("--by", help=_("Who filled it in: names."), autocompletion=completion.people),
]
About = Annotated[
    list[str] | None,
    typer.Option("--about", help=_("About whom, if not about who filled it in: names.")),
]


@app.command("add", help=_("Keep the figures: fk measure add koolmees sdm-q-9 raw=31 --by Sherida"))
def add(
    ctx: typer.Context,
    case: CaseArg,
    instrument: Annotated[
        str, typer.Argument(metavar="INSTRUMENT", help=_("Its name; all: fk measure instruments"))
    ],
    figures: Figures = None,
    answers: Annotated[
        str | None,
        typer.Option(
            "--answers",
            metavar="4,3,5,…",
            help=_("The answers, to be counted; they are not kept themselves."),
        ),
    ] = None,
    by: By = None,
    about: About = None,
    on: On = None,
    note: Note = None,
    visible_to: VisibleTo = None,
) -> None:
    """Keep the result of an instrument that somebody filled in."""
    desk, case_id = typed.family(ctx, case)
    chosen = measures.find_instrument(desk, instrument)
    by_whom, about_whom = measures.people_of(
        desk,
        typed.known(desk, case_id),
        chosen,
        typed.people(desk, case_id, many(by)),
        typed.around(desk, case_id, many(about)),
    )
    fields = given(
        by=by_whom,
        about=about_whom,
        on=typed.back(desk, on),
        note=typed.text(note),
        visible_to=typed.may_read(desk, case_id, many(visible_to)),
    )
    fields = typed.with_readers(desk, case_id, "measurement", fields)
    scores = read_scores(figures or ())
    counted = measures.read_answers(answers) if answers else ()
    saved = measures.add_measurement(desk, case_id, chosen, scores, counted, **fields)
    output.done(saved)
    record = find_record(saved.loaded.case, saved.act.record or "", "measurement").record
    output.say(say_scores(record, {chosen.name: chosen}))


@app.command("list", help=_("All scores, how they changed, and who takes part in a study."))
def list_measures(ctx: typer.Context, case: CaseArg, at: At = None, json: Json = False) -> None:
    """The scores of a family with their changes, and who takes part in a study."""
    desk, loaded = typed.load(ctx, case, at)
    kept = loaded.case.measures
    changed = measures.changes(desk, loaded.case)
    if json:
        data: dict[str, Any] = {"changes": [one._asdict() for one in changed]}
        data |= {"measurements": kept.measurements, "participation": kept.participation}
        output.as_json("measures", data)
        return
    names, defined = desk.names(loaded.case), measures.definitions(desk)
    headers = ("", _("Day"), _("Instrument"), _("By"), _("About"), _("Figures"))
    output.table(headers, [_row(one, names, defined) for one in kept.measurements])
    if changed:
        output.heading(_("From the first time to the last"))
        titles = (_("Instrument"), _("Scale"), _("About"), _("By"), _("Change"), "")
        output.table(titles, [_change_row(one, names, defined) for one in changed])
    if kept.participation:
        output.heading(_("Studies"))
        titles = (
            "",
            _("Who"),
            _("Study"),
            _("How far"),
            _("Day"),
            field_label("note").capitalize(),
        )
        output.table(
            titles,
            [
                (
                    one.id,
                    names.get(one.person, one.person),
                    names.get(one.study, one.study),
                    label(one.status),
                    _day(one.on),
                    one.note or "",
                )
                for one in kept.participation
            ],
        )


@app.command("show", help=_("One of them in full: fk measure show koolmees r-7kq2m"))
def show(
    ctx: typer.Context,
    case: CaseArg,
    measurement: Annotated[
        str, typer.Argument(metavar="MEASUREMENT", help=_("Its id or the beginning of it."))
    ],
    at: At = None,
    json: Json = False,
) -> None:
    """One result with every scale, its range and which way is the good one."""
    desk, loaded = typed.load(ctx, case, at)
    one: Measurement = find_record(loaded.case, measurement, "measurement").record
    known = measures.definitions(desk)
    if json:
        output.as_json("measurement", _full(one, known))
        return
    names = desk.names(loaded.case)
    output.heading(f"{say_instrument(one.instrument, known)}, {say_day(one.on)}")
    for name, said in (
        (_("By"), listed(one.by, names)),
        (_("About"), listed(one.about, names)),
        (_("For whom to read"), listed(one.visible_to, names)),
        (field_label("note").capitalize(), one.note or ""),
    ):
        if said:
            output.line(f"{name}: {said}")
    headers = (_("Scale"), _("Figure"), _("From – to"), "")
    output.table(headers, [_scale_row(one, name, known) for name in one.scores])


@app.command("due", help=_("What is due when, of what the team chose: fk measure due koolmees"))
def due(ctx: typer.Context, case: CaseArg, json: Json = False) -> None:
    """The moments at which the chosen instruments are due."""
    desk, loaded = typed.load(ctx, case)
    found = measures.due_measures(desk, loaded.case)
    if json:
        output.as_json("measures-due", found)
        return
    _tell_unusable(measures.instruments(desk))
    if not desk.settings.instruments:
        output.say(
            _(
                "Nothing is due: the team chose no instruments. Name them in team/fk.yaml, such "
                "as: instruments: [wellbeing]"
            )
        )
    else:
        rows = [_due_row(one, desk.today) for one in found]
        output.table((_("Day"), _("What"), ""), rows)


@app.command("instruments", help=_("All instruments: whose they are, and how they are scored."))
def list_instruments(ctx: typer.Context, json: Json = False) -> None:
    """Every instrument that can be kept, with its scales and its rights."""
    found = measures.instruments(ctx.obj.desk)
    if json:
        data = [
            {"name": one.name, "chosen": one.chosen, "source": one.file and one.file.source}
            | {"definition": one.file and one.file.instrument}
            for one in found
        ]
        output.as_json("instruments", data)
        return
    whose = {"team": _("the team's own"), "packaged": _("of fk")}
    for one in found:
        if one.file is None:
            continue
        definition = one.file.instrument
        mark = _("in use") if one.chosen else whose[one.file.source]
        output.heading(f"{one.name}: {instrument_label(definition)} ({mark})")
        for text in (definition.measures, _scales(definition), definition.rights):
            if text:
                output.line(f"  {_(text)}")
    _tell_unusable(found)


@app.command(
    "join", help=_("How far somebody is with a study: fk measure join koolmees Zuidoost Mila asked")
)
def join(
    ctx: typer.Context,
    case: CaseArg,
    study: Annotated[
        str, typer.Argument(metavar="STUDY", help=_("The study: its id or its name."))
    ],
    person: PersonArg,
    status: Annotated[str, typer.Argument(help=_("to_ask, asked, yes, no or done."))],
    on: On = None,
    note: Note = None,
) -> None:
    """Note how far somebody is with a study."""
    desk, case_id = typed.family(ctx, case)
    saved = participation.join(
        desk,
        case_id,
        participation.find_study(desk, study).id,
        typed.around(desk, case_id, (person,))[0],
        choice(ParticipationStatus, status),
        on=typed.back(desk, on),
        note=typed.text(note),
    )
    output.done(saved)


def _row(one: Measurement, names: dict[str, str], known: Defined) -> tuple[str, ...]:
    about, by = listed(one.about, names), listed(one.by, names)
    instrument = say_instrument(one.instrument, known)
    return one.id, say_day(one.on), instrument, by, about, say_scores(one, known)


def _change_row(one: ScaleChange, names: dict[str, str], known: Defined) -> tuple[str, ...]:
    change = f"{in_figures(one.first)} → {in_figures(one.last)}"
    about, by = listed(one.about, names), listed(one.by, names)
    instrument = say_instrument(one.instrument, known)
    scale = say_scale(one.instrument, one.scale, known)
    return instrument, scale, about, by, change, label(one.direction)


def _scale_row(one: Measurement, name: str, known: Defined) -> tuple[str, ...]:
    scale, figure = scale_of(known, one.instrument, name), in_figures(one.scores[name])
    if scale is None:
        return name, figure, "", ""
    better = label(scale.better) if scale.better else ""
    return scale_label(scale), figure, f"{in_figures(scale.low)} – {in_figures(scale.high)}", better


def _due_row(one: Deadline, today: date) -> tuple[str, ...]:
    state = _("done") if one.done else _("too late") if one.on < today else ""
    return say_day(one.on), say_what(one), state


def _full(one: Measurement, known: Defined) -> dict[str, Any]:
    scales = [scale_of(known, one.instrument, name) for name in one.scores]
    return {"measurement": one, "scales": [scale for scale in scales if scale is not None]}


def _scales(definition: Instrument) -> str:
    return ", ".join(
        f"{scale.name} {in_figures(scale.low)}–{in_figures(scale.high)}"
        for scale in definition.scales
    )


def _day(on: date | None) -> str:
    return say_day(on) if on else "–"


def _tell_unusable(found: Iterable[measures.Known]) -> None:
    for one in found:
        if one.error is not None:
            output.say(f"! {one.name}: {say_error(one.error)}")
