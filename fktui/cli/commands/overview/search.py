"""`fk search`: words in all families, notes included."""

from typing import Annotated

import typer

from fktui.cli import completion, output
from fktui.cli.options import Json
from fktui.cli.progress import reading_families
from fktui.store.overview.rows import MARK_END, MARK_START, Hit
from fktui.usecases.overview.search import Found, find_text
from fktui.words.language import _
from fktui.words.tables.record_words import KIND_WORDS

app = typer.Typer(rich_markup_mode=None, add_completion=False)

InCase = Annotated[
    str | None,
    typer.Option(
        "--case",
        metavar="CASE",
        help=_("In this family only."),
        autocompletion=completion.families,
    ),
]


@app.command(
    help=_('Find words in all families: fk search school buikpijn, or fk search "boze brief"')
)
def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="TEXT", help=_("All of these words."))],
    case: InCase = None,
    number: Annotated[int, typer.Option("-n", "--number", min=1, help=_("At most so many."))] = 50,
    json: Json = False,
) -> None:
    """Entries that hold all words; quotes around words that stand together."""
    asked = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
    case_id = _case_id(ctx, case)
    with reading_families() as tell:
        found = find_text(
            ctx.obj.places,
            lambda: ctx.obj.desk,
            asked,
            case_id=case_id,
            limit=number,
            progress=tell,
        )
    if json:
        output.as_json("hits", [_as_data(hit) for hit in found.hits])
    else:
        _print(found)


def _case_id(ctx: typer.Context, case: str | None) -> str | None:
    if case is None:
        return None
    from fktui.cli.typed import family  # opens the store: 40 ms that most searches can miss

    return family(ctx, case)[1]


def _print(found: Found) -> None:
    if not found.hits:
        output.say(_("Nothing found."))
        return
    headers = ("", _("Family"), _("Date"), _("What"), _("Id"), _("Text"))
    output.table(headers, [_row(hit) for hit in found.hits])
    if found.more:
        count = len(found.hits)
        output.say(
            _("There is more; these are {count}. Show more with: -n 200").format(count=count)
        )


def _row(hit: Hit) -> tuple[str, ...]:
    snippet = hit.snippet.replace(MARK_START, "«").replace(MARK_END, "»")
    return hit.case_id, hit.name, hit.on, _(KIND_WORDS[hit.kind]), hit.record, snippet


def _as_data(hit: Hit) -> dict[str, object]:
    plain = hit.snippet.replace(MARK_START, "").replace(MARK_END, "")
    return hit._asdict() | {"snippet": plain, "on": hit.on or None}
