"""Nothing to be seen: while the coach gets coffee, or when nobody touched a key for a while."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from fktui.words.language import _


class HiddenScreen(ModalScreen[None]):
    """Covers everything, until Enter, the key that hides, or a click on the sentence.

    All other keys do nothing: who goes on typing, or leans on the keys, brings nothing in sight.
    """

    DEFAULT_CSS = """
    HiddenScreen { align: center middle; background: $background; }
    HiddenScreen Static { width: auto; max-width: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f8", "show", show=False, id="hide"),
        Binding("enter", "show", show=False),
    ]

    def compose(self) -> ComposeResult:
        """One sentence that tells nothing."""
        yield _Sentence(_("Hidden. Enter goes on."), markup=False)

    def action_show(self) -> None:
        """Go on; the key itself does nothing else."""
        self.dismiss()


class _Sentence(Static):
    """It can be clicked, for who has the mouse in hand."""

    ALLOW_SELECT = False

    async def on_click(self) -> None:
        """Go on."""
        await self.run_action("screen.show")
