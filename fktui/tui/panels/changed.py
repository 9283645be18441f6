"""*Veranderd*: what was done in all families since a moment, by family."""

from collections.abc import Mapping, Sequence

from fktui.tui.lines import Line, columns, head, line
from fktui.usecases.overview.changed import ChangedFamily
from fktui.words.changes import tell_story
from fktui.words.language import _
from fktui.words.time.say_dates import say_day_of_year

Names = Mapping[str, Mapping[str, str]]
"""The names of each family, by its id."""


_DAY, _BY = 12, 18


def changed_lines(
    found: Sequence[ChangedFamily], names: Names, me: str = "", width: int = 80
) -> list[Line]:
    """A heading for each family, and a line for each act.

    Args:
        found: the families with what was done in them.
        names: for the ids in what was done.
        me: the name of a colleague whose own acts are left out; nobody when empty.
        width: of a line; who did it stands at its end.
    """
    shown: list[Line] = []
    room = max(20, width - _DAY - _BY)
    for family in found:
        acts = [story for story in family.stories if not me or story.by != me]
        if acts:
            shown.append(head(family.name))
        shown += (
            line(
                (f"{say_day_of_year(story.at.date()):>10}  ", "soft"),
                *columns((tell_story(story, dict(names.get(family.case_id, {}))), room)),
                *columns(("", 1), ((story.by, "soft"), _BY - 1)),
                key=f"{family.case_id}/{story.commit}",
                kind="story",
            )
            for story in acts
        )
    return shown or [line((_("Nothing was done since then."), "soft"))]
