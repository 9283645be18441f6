"""What the shell may offer: families, people, goals. A broken store offers nothing, silently."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

from fktui.errors import FkError
from fktui.model.ids import is_case_id, is_record_id

if TYPE_CHECKING:
    from fktui.model.case import Case

_HARMLESS = "-.,’"


def families(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Family ids with their names."""
    from fktui.usecases.overview.listing import names

    with _quietly():
        rows = names(_invocation(ctx).desk)
        return [offer for row in rows for offer in _offers(incomplete, *row)]
    return []


def goals(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Goals of the family that was typed."""
    return _records(ctx, incomplete, lambda case: [(g.id, g.title) for g in case.plan.goals])


def people(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Members of the family and people of its network."""
    return _records(
        ctx,
        incomplete,
        lambda case: [
            *((person.id, person.name) for person in case.family.people),
            *((person.id, person.name) for person in case.network.people),
        ],
    )


def network(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """People of the network."""
    return _records(ctx, incomplete, lambda case: [(n.id, n.name) for n in case.network.people])


def _records(
    ctx: typer.Context, incomplete: str, choices: "Callable[[Case], Iterable[tuple[str, str]]]"
) -> list[tuple[str, str]]:
    from fktui.usecases.finding import find_case

    with _quietly():
        desk = _invocation(ctx).desk
        case = desk.load(find_case(desk, ctx.params.get("case") or "")).case
        return [offer for choice in choices(case) for offer in _offers(incomplete, *choice)]
    return []


def _offers(incomplete: str, record_id: str, name: str) -> Iterator[tuple[str, str]]:
    """The id that begins so, with its name; else the word of the name that begins so.

    A shell puts an offer on the command line as it is, so only plain words are offered; an id
    from a file may be anything. Zsh evaluates the name beside it twice, so that is plain too.
    """
    start = incomplete.casefold()
    if not (is_record_id(record_id) or is_case_id(record_id)):
        return
    if record_id.startswith(start):
        yield record_id, _plain(name)
        return
    for word in name.split():
        if word.isalnum() and word[: len(incomplete)].casefold() == start:
            yield incomplete + word[len(incomplete) :], f"{_plain(name)} ({record_id})"
            return


def _plain(name: str) -> str:
    """The name without any sign that a shell gives a meaning."""
    import unicodedata  # 3 ms, and only a shell that asks comes here

    kept = (
        char if char in _HARMLESS or unicodedata.category(char)[0] in "LMN" else " "
        for char in name.replace("'", "’")
    )
    return " ".join("".join(kept).split())


def _invocation(ctx: typer.Context) -> Any:
    from fktui.cli.context import Invocation

    return ctx.obj or Invocation([])


@contextmanager
def _quietly() -> Iterator[None]:
    try:
        yield
    except FkError:
        return
