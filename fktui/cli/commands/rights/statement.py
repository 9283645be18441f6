"""`fk statement`: somebody's own view, beside an entry of the record or by itself."""

from typing import Annotated, Any

import typer

from fktui.cli import output, typed
from fktui.cli.options import (
    At,
    CaseArg,
    Json,
    On,
    PersonArg,
    VisibleTo,
    given,
    many,
    subject_app,
)
from fktui.errors import WrongUse
from fktui.model.journal import Statement
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_people
from fktui.usecases.rights import statements as usecase
from fktui.words.labels import field_label
from fktui.words.language import _
from fktui.words.naming import listed, shortened
from fktui.words.time.say_dates import say_day

app = subject_app(_("Somebody's own view, kept beside what it is about."))

Text = Annotated[
    str | None,
    typer.Argument(metavar="[TEXT]", help=_("What is said; - reads it from standard input.")),
]
Entry = Annotated[
    str | None,
    typer.Option("--entry", metavar="ID", help=_("The entry it stands beside: its id or name.")),
]
About = Annotated[
    list[str] | None,
    typer.Option("--about", metavar="NAME", help=_("About whom; else as that entry.")),
]
Editor = Annotated[bool, typer.Option("--edit", "-e", help=_("Write in your text editor."))]
Which = Annotated[
    str, typer.Argument(metavar="STATEMENT", help=_("The statement: its id, or its day."))
]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help=_("Only of this person."))]


@app.command(
    "add",
    help=_('Add somebody\'s own view: fk statement add koolmees Mila "…" --entry c-7kq2m'),
)
def add(
    ctx: typer.Context,
    case: CaseArg,
    person: PersonArg,
    text: Text = None,
    entry: Entry = None,
    on: On = None,
    about: About = None,
    visible_to: VisibleTo = None,
    edit: Editor = False,
) -> None:
    """Add a statement; it is kept as it was said."""
    desk, case_id = typed.family(ctx, case)
    now = typed.known(desk, case_id)
    fields: dict[str, Any] = {"by": find_people(now, (person,))[0]}
    fields |= usecase.beside_entry(now, entry) if entry else {}
    fields |= given(
        on=typed.back(desk, on) if on else None,
        about=typed.around(desk, case_id, many(about)),
        visible_to=typed.may_read(desk, case_id, many(visible_to)),
        body=typed.long_text(text) if text else None,
    )
    if not edit and not text:
        raise WrongUse("field-empty", field=field_label("text"))
    fields = typed.with_readers(desk, case_id, "statement", fields)
    if edit:
        _add_in_editor(desk, case_id, fields)
    else:
        output.done(usecase.add_statement(desk, case_id, fields))


@app.command("list", help=_("All statements, the last one first: fk statement list koolmees"))
def list_statements(
    ctx: typer.Context, case: CaseArg, by: By = None, at: At = None, json: Json = False
) -> None:
    """The statements of a family."""
    desk, loaded = typed.load(ctx, case, at)
    found = usecase.statements(loaded.case, find_people(loaded.case, (by,))[0] if by else None)
    if json:
        output.as_json("statements", found)
        return
    names = desk.names(loaded.case)
    output.table(
        ("", _("Day"), _("Whose"), _("Beside"), _("Text")),
        [
            (
                one.id,
                say_day(one.on),
                names.get(one.by, one.by),
                one.entry or "–",
                shortened(one.body, 50),
            )
            for one in found
        ],
    )


@app.command("show", help=_("One statement, whole: fk statement show koolmees d-7kq2m"))
def show(
    ctx: typer.Context, case: CaseArg, statement: Which, at: At = None, json: Json = False
) -> None:
    """One statement with its whole text."""
    desk, loaded = typed.load(ctx, case, at)
    found = usecase.find_statement(desk, loaded.case, statement)
    if json:
        output.as_json("statement", found)
        return
    names = desk.names(loaded.case)
    output.heading(f"{say_day(found.on)}  {names.get(found.by, found.by)}  {found.id}")
    for text in _lines(found, names):
        output.line(text)


def _lines(found: Statement, names: dict[str, str]) -> list[str]:
    lines = []
    if found.entry:
        called = names.get(found.entry)
        beside = f"{found.entry} ({shortened(called)})" if called else found.entry
        lines.append(f"{field_label('entry')}: {beside}")
    lines += [
        f"{field_label(field)}: {listed(getattr(found, field), names)}"
        for field in ("about", "visible_to")
        if getattr(found, field)
    ]
    return [*lines, "", *found.body.splitlines()]


def _add_in_editor(desk: Desk, case_id: str, fields: dict[str, Any]) -> None:
    from fktui.cli.editing import written  # only when an editor is used
    from fktui.usecases.journal import drafts

    draft = drafts.start(desk, f"statement-{case_id}", fields.get("body", ""))
    saved = written(
        draft,
        usecase.read_draft,
        lambda new: usecase.add_statement(desk, case_id, fields | new),
    )
    output.done(saved)
