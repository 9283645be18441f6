"""Nothing to be seen: while the coach gets coffee, or when nobody touched a key for a while."""

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

from fktui.words.language import _


class HiddenScreen(ModalScreen[None]):
    """Covers everything; any key or click takes it away."""

    DEFAULT_CSS = """
    HiddenScreen { align: center middle; background: $background; }
    HiddenScreen Static { width: auto; }
    """

    def compose(self) -> ComposeResult:
        """One sentence that tells nothing."""
        yield Static(_("Hidden. Press a key to go on."), markup=False)

    def on_key(self, event: events.Key) -> None:
        """Go on; the key itself does nothing else."""
        event.stop()
        self.dismiss()

    def on_click(self) -> None:
        """As above."""
        self.dismiss()
