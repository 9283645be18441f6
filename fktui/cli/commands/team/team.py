"""`fk team`: the colleagues with their families, the intake desk, the history of its files."""

from typing import Annotated, Any

import typer

from fktui.cli import output, typed
from fktui.cli.commands.team.verbs import add_verb, done, edit_verb
from fktui.cli.options import All, Json, Message, On, given, subject_app
from fktui.cli.progress import reading_families
from fktui.cli.record_verbs import WhichArg
from fktui.usecases.desk import Desk
from fktui.usecases.team import reading, records
from fktui.usecases.team.colleagues import Working, families_of, set_about, set_desk, working
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.tables.file_words import say_edit
from fktui.words.time.say_dates import say_day

app = subject_app(_("The colleagues, with how many families each works, and the intake desk."))

_NUMBER = typer.Option("-n", "--number", help=_("Only the newest."))


@app.command("list", help=_("The colleagues, with their families and children: fk team list"))
def list_team(ctx: typer.Context, every: All = False, json: Json = False) -> None:
    """Everybody of the team, with the caseload."""
    desk: Desk = ctx.obj.desk
    team = reading.team(desk)
    with reading_families() as tell:
        found = working(desk, tell, every=every)
    if json:
        data = {"area": team.area, "since": team.since, "intake_desk": team.intake_desk}
        output.as_json("team", data | {"colleagues": [_as_data(one) for one in found]})
        return
    headers = ("", _("Name"), _("Discipline"), _("Role"), _("Families"), _("Children"), _("From"))
    output.table(headers, [_row(one) for one in found])
    if team.area:
        output.say(_("Works in {area}.").format(area=team.area))
    at = team.intake_desk
    if at:
        known = (at.name, at.email, at.phone, at.hours)
        output.say(_("Intake desk: {known}").format(known=", ".join(one for one in known if one)))
    for path, kind in desk.team_store.hand_edits():
        said = _("Changed by hand ({kind}) and not yet recorded.").format(kind=say_edit(kind))
        output.say(f"team/{path}: {said}")
        output.say("  → fk team save")


add_verb(app, "colleague", 'fk team add "Bas Fuut" --discipline psychologist --from 1-9-2026')
edit_verb(app, "colleague")


@app.command("end", help=_("Somebody leaves the team: fk team end Bas --on 30-6-2026"))
def end(ctx: typer.Context, which: WhichArg, on: On = None) -> None:
    """Somebody leaves the team; what was written stays, families have to be handed over."""
    desk: Desk = ctx.obj.desk
    saved = records.end(desk, "colleague", which, typed.back(desk, on))
    done(saved)
    for case_id in families_of(desk, saved.act.record or ""):
        text = _("! Still stands with {case}; somebody else takes over: fk case edit {case}")
        output.say(text.format(case=case_id))


@app.command("about", help=_("Where the team works: fk team about --area Zuidoost"))
def about(
    ctx: typer.Context,
    area: Annotated[str | None, typer.Option("--area", help=_("Which neighbourhood."))] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help=_("Since when there is a team."))
    ] = None,
) -> None:
    """Say where the team works and since when."""
    desk: Desk = ctx.obj.desk
    day = typed.back(desk, since) if since else None
    done(set_about(desk, given(area=typed.text(area), since=day)))


@app.command(
    "desk", help=_("Where families are registered: fk team desk --email aanmelden@example.org")
)
def intake_desk(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Option("--name", help=_("What it is called."))] = None,
    email: Annotated[str | None, typer.Option("--email", help=_("Its e-mail."))] = None,
    phone: Annotated[str | None, typer.Option("--phone", help=_("Its telephone."))] = None,
    hours: Annotated[str | None, typer.Option("--hours", help=_("When it can be reached."))] = None,
) -> None:
    """Say where families are registered."""
    desk: Desk = ctx.obj.desk
    texts = {"name": name, "email": email, "phone": phone, "hours": hours}
    done(set_desk(desk, given(**{key: typed.text(value) for key, value in texts.items()})))


@app.command("history", help=_("Who changed what in the files of the team, the last one first."))
def history(
    ctx: typer.Context, number: Annotated[int | None, _NUMBER] = None, json: Json = False
) -> None:
    """The story of the team's own files."""
    desk: Desk = ctx.obj.desk
    stories = reading.history(desk)[:number]
    if json:
        output.as_json("history", [story._asdict() for story in stories])
        return
    for story in stories:
        when = f"{say_day(story.at.date())} {story.at:%H:%M}"
        output.line(f"{when}  {story.by}: {story.subject}")
        for text in story.reason.splitlines():
            output.line(f"      {text}")


@app.command("undo", help=_("Take back the last change in the files of the team."))
def undo(ctx: typer.Context) -> None:
    """Take back the last act on the team's files that still stands."""
    desk: Desk = ctx.obj.desk
    done(records.undo(desk))


@app.command("redo", help=_("Do again what was undone in the files of the team."))
def redo(ctx: typer.Context) -> None:
    """Put back what the last undo of the team's files took away."""
    desk: Desk = ctx.obj.desk
    done(records.redo(desk))


@app.command("save", help=_("Record what was changed by hand in the files of the team."))
def save(ctx: typer.Context, message: Message = "") -> None:
    """Put hand edits in the history."""
    desk: Desk = ctx.obj.desk
    done(records.save_hand_edits(desk, message))


def _row(one: Working) -> tuple[str, ...]:
    who = one.colleague
    left = who.active_until is not None and not one.active
    name = _("{name} (left)").format(name=who.name) if left else who.name
    return (
        who.id,
        name,
        label(who.discipline),
        who.role or "–",
        str(one.families),
        str(one.children),
        say_day(who.active_from) if who.active_from else "–",
    )


def _as_data(one: Working) -> dict[str, Any]:
    fields = one.colleague.__struct_fields__
    data = {name: getattr(one.colleague, name) for name in fields}
    return data | {"active": one.active, "families": one.families, "children": one.children}
