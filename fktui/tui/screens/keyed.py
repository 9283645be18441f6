"""What all screens have in common: keys from the table, and the bar that shows them."""

from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.screen import Screen

from fktui.tui.keys import ANYWHERE, Action, here, key_of
from fktui.tui.program import Program
from fktui.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from fktui.model.stored import Loaded
    from fktui.usecases.overview.listing import Families


def bound(place: str) -> list[BindingType]:
    """The bindings of a place; what works anywhere is done by the program itself.

    Each has the id of its action, so that the settings can give it another key.
    """
    return [
        Binding(
            one.key,
            f"app.{one.id}" if one.places == (ANYWHERE,) and one.id != "back" else one.id,
            show=False,
            id=one.id,
        )
        for one in here(place)
    ]


class Keyed(Screen[Any]):
    """A screen whose keys come from `fktui.tui.keys`.

    `action_<id>` does what an action is for; one without such a method, here or in the program,
    is not shown. Each class says `BINDINGS = bound(PLACE)`.
    """

    PLACE: ClassVar[str] = ""

    @property
    def program(self) -> Program:
        """The program that it is part of."""
        return cast("Program", self.app)

    def actions(self) -> list[Action]:
        """What can be done on this screen."""
        doers = (self, self.app)
        return [a for a in here(self.PLACE) if any(hasattr(d, f"action_{a.id}") for d in doers)]

    def on_screen_resume(self) -> None:
        """Show the keys in the language that is spoken now."""
        self.show_keys()

    def show_keys(self) -> None:
        """The keys of this screen in its bar."""
        chosen = self.program.session.settings.keys
        for bar in self.query(KeyBar):
            bar.show([(key_of(a.id, chosen), a) for a in self.actions()])

    def show_state(self) -> None:
        """Say whether everything is saved, on a screen that does."""

    def rescue(self) -> None:
        """Keep what is being typed: the program cannot go on."""

    def relabel(self) -> None:
        """Say everything again, after the language changed."""
        self.show_keys()

    async def on_key_bar_pressed(self, event: KeyBar.Pressed) -> None:
        """A label in the bar was clicked."""
        event.stop()
        await self.do_action(event.action)

    async def do_action(self, action: str) -> None:
        """What an action does, here or in the program itself."""
        doer: Any = self if hasattr(self, f"action_{action}") else self.app
        await self.app.run_action(action, default_namespace=doer)


class Showing(Keyed):
    """A screen that shows what is in the store, and wants to hear when it changes."""

    @property
    def case_shown(self) -> str:
        """The family that it shows; empty for none, or for all of them."""
        return ""

    def show_families(self, families: "Families") -> None:
        """The list of families is another one."""

    def show_family(self, loaded: "Loaded", record: str) -> None:
        """The family that it shows is another one; the cursor goes to a record, if any is named."""
