"""Search everything: one line to type in, and below it what can be done or opened."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Input

from fktui.errors import FkError
from fktui.model.case import KINDS
from fktui.tui.forms.table import TASKS
from fktui.tui.keys import BY_ID, FORM, Action, key_name, key_of
from fktui.tui.panels.program.palette import (
    MOST,
    Choice,
    fitting,
    of_families,
    of_hits,
    palette_lines,
)
from fktui.tui.panels.table import PANELS
from fktui.tui.screens.family import FamilyScreen
from fktui.tui.screens.keyed import Keyed
from fktui.tui.screens.kitchen import KitchenScreen
from fktui.tui.screens.tasks import Tasks
from fktui.tui.widgets.box import Box
from fktui.tui.widgets.line_list import LineList
from fktui.usecases.overview.listing import ALL
from fktui.usecases.overview.search import find_text
from fktui.words.labels import kind_label
from fktui.words.language import _

if TYPE_CHECKING:
    from fktui.store.overview.rows import Hit
    from fktui.usecases.overview.listing import Families

AFTER = 0.15
"""Seconds without a key, after which the texts of all families are searched."""

_SHORTEST = 2
_NEEDS_RECORD = ("goal.edit", "meeting.open")
"""Forms that only make sense on a record that the cursor stands on."""


class PaletteScreen(Keyed, ModalScreen[Choice | None]):
    """Every typed word must occur; Enter does or opens what the cursor stands on.

    Args:
        place: the screen from which it was asked for.
    """

    DEFAULT_CSS = """
    PaletteScreen { align: center top; background: $background 60%; }
    PaletteScreen > Vertical {
        width: 78; max-width: 100%; height: 90%; padding: 0 1;
        border: round $primary; border-title-color: $primary; background: $background;
    }
    PaletteScreen Input { height: 1; border: none; padding: 0 1; background: $surface; }
    PaletteScreen Input:focus { border: none; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("ctrl+p", "back", show=False),
        Binding("f8", "app.hide", show=False, id="hide"),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]

    def __init__(self, place: Keyed) -> None:
        super().__init__()
        self._place = place
        self._choices: list[Choice] = []
        self._families: list[Choice] = []
        self._texts: list[Choice] = []
        self._shown: dict[str, Choice] = {}
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """What is typed, and what fits it."""
        with Box() as box:
            box.call(_("Search"))
            yield Input(placeholder=_("an action, a family, words from a note"), compact=True)
            yield LineList(id="found")

    def on_mount(self) -> None:
        """Begin with what is used most; the families come as soon as they are read."""
        self._choices = self._here()
        self.query_one(LineList).can_focus = False
        self.query_one(Input).focus()
        self.draw()
        if self._searches:
            self.run_worker(self._read_families, thread=True, group="families")

    def actions(self) -> list[Action]:
        """It has no bar of keys."""
        return []

    def on_resize(self) -> None:
        """In another width."""
        self.draw()

    @property
    def _searches(self) -> bool:
        """Whether other families may come in sight, from here."""
        return not self.program.together and self._place.PLACE != FORM

    # --- what there is ---------------------------------------------------------------------

    def _here(self) -> list[Choice]:
        """Actions and tasks of the place, its tabs, and what stands on it at the table."""
        keys = self.program.session.settings.keys
        actions = sorted(self._place.actions(), key=lambda one: -one.weight)
        choices = [
            Choice("action", one.id, _(one.help), key_name(key_of(one.id, keys)), _(one.label))
            for one in actions
            if one.id != "palette"
        ]
        if isinstance(self._place, KitchenScreen):
            return choices + [
                Choice("here", at.key, at.text.strip(), _(panel.title), tab=panel.id)
                for panel, at in self._place.found()
            ]
        if isinstance(self._place, Tasks) and self._place.case_id:
            choices += _tasks(self._place.case_id)
        if isinstance(self._place, FamilyScreen):
            choices += [
                Choice("tab", panel.id, _(panel.title), str(number % 10), _("tab"))
                for number, panel in enumerate(PANELS, 1)
            ]
        return choices

    def _read_families(self) -> None:
        try:
            families = self.program.session.families(ALL)
        except FkError:
            return
        self.app.call_from_thread(self._know, families)

    def _know(self, families: "Families") -> None:
        self._families = of_families(families.lines)
        if self._is_there:
            self.draw()

    # --- typing ----------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what fits; the texts a moment later."""
        event.stop()
        self._texts = []
        self.draw()
        if self._timer is not None:
            self._timer.stop()
        typed = event.value.strip()
        if self._searches and len(typed) >= _SHORTEST:
            self._timer = self.set_timer(AFTER, lambda: self._search(typed))

    def _search(self, typed: str) -> None:
        session = self.program.session

        def look() -> None:
            try:
                found = find_text(session.places, lambda: session.desk, typed, limit=MOST)
            except FkError:
                return
            self.app.call_from_thread(self._found, typed, found.hits)

        self.run_worker(look, thread=True, exclusive=True, group="search")

    def _found(self, typed: str, hits: "list[Hit]") -> None:
        if self._is_there and typed == self._typed:
            tabs = {kind: panel.id for panel in PANELS for kind in panel.kinds}
            self._texts = of_hits(hits, tabs)
            self.draw()

    @property
    def _is_there(self) -> bool:
        """Whether it was not left while something was read for it."""
        return bool(self.query(Input))

    @property
    def _typed(self) -> str:
        return self.query_one(Input).value.strip()

    def draw(self) -> None:
        """What fits what is typed."""
        typed = self._typed
        found = fitting(self._choices, typed)
        found += (fitting(self._families, typed) if typed else []) + self._texts
        self._shown = {one.key: one for one in found}
        width = max(20, min(78, self.size.width) - 6)
        self.query_one(LineList).show(palette_lines(list(self._shown.values()), width))
        if typed and not self._texts:
            self.query_one(LineList).action_first()

    # --- choosing --------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        """One line up or down."""
        self.query_one(LineList).action_move(by)

    def action_page(self, by: int) -> None:
        """A page up or down."""
        self.query_one(LineList).action_page(by)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """What the cursor stands on."""
        event.stop()
        self.query_one(LineList).action_choose()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Do it."""
        event.stop()
        self.dismiss(self._shown.get(event.at.key))

    def action_back(self) -> None:
        """Nothing."""
        self.dismiss(None)


def _tasks(case_id: str) -> Iterator[Choice]:
    """Each form once, by its own name; then what can be added to the tabs in a plain form."""
    there = {(task.module, task.make) for name, task in TASKS.items() if name in BY_ID}
    for name, task in TASKS.items():
        form = (task.module, task.make)
        if form not in there and name not in _NEEDS_RECORD:
            there.add(form)
            yield Choice("task", name, _(task.label), case_id=case_id)
    added = dict.fromkeys(one for panel in PANELS for one in panel.adds)
    for one in added:
        kind, _dot, verb = one.partition(".")
        if verb == "add" and one not in TASKS and kind in KINDS:
            said = _("Add: {what}").format(what=kind_label(kind))
            yield Choice("task", one, said, case_id=case_id)


async def follow(place: Keyed, choice: Choice | None) -> None:
    """Do what was chosen, from the screen where it was asked for."""
    if choice is None:
        return
    if choice.does == "action":
        await place.do_action(choice.what)
    elif choice.does == "task":
        place.program.ask(choice.what, choice.case_id)
    elif choice.does == "family":
        place.program.open_family(choice.what)
    elif choice.does == "record":
        place.program.open_family(choice.case_id, choice.tab, choice.what)
    elif isinstance(place, KitchenScreen):
        place.open_tab(choice.tab, choice.what)
    elif isinstance(place, FamilyScreen):
        place.open_tab(choice.what)
