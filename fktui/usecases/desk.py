"""What a coach works at: the store, the day, and who holds the pen. Every usecase gets one."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property

from fktui.method.norms import MethodNorms, norms_of
from fktui.model.case import Case, ids
from fktui.model.ids import RandomBits, new_id
from fktui.model.stored import Change, Loaded, Saved
from fktui.model.team import Colleague, StoreSettings
from fktui.store.cases import CaseStore, Pen
from fktui.words.acts import subject
from fktui.words.language import speaking


class Desk:
    """One coach in one store on one day."""

    def __init__(  # the five things a day's work depends on
        self,
        store: CaseStore,
        settings: StoreSettings,
        who: tuple[str, str],
        now: datetime,
        bits: RandomBits,
    ) -> None:
        self.store = store
        self.settings = settings
        self.colleague, self.device = who
        self.now = now
        self.bits = bits

    @property
    def today(self) -> date:
        """The day it is at this desk; in a practice store not the day of the calendar."""
        return self.now.date()

    @property
    def colleagues(self) -> tuple[Colleague, ...]:
        """Everybody of the team."""
        return self.store.colleagues

    @cached_property
    def norms(self) -> MethodNorms:
        """The method's norms, with what the team changed in them."""
        return norms_of(self.settings.norms)

    @property
    def pen(self) -> Pen:
        """Who writes, for the history."""
        me = next((c for c in self.colleagues if c.id == self.colleague), None)
        return Pen(
            name=me.name if me else self.colleague,
            colleague=self.colleague,
            device=self.device,
            at=self.now,
            by_hand=subject("hand.edit"),
        )

    def new_id(self, kind: str, case: Case) -> str:
        """A fresh id for a record of this kind in this case."""
        return new_id(kind, ids(case), self.bits)

    def change(
        self, case_id: str, edit: Callable[[Loaded], Change], seen: Loaded | None = None
    ) -> Saved:
        """Change a family in one act, told in the language of the store; see `CaseStore.change`."""
        with speaking(self.settings.language):
            return self.store.change(case_id, edit, self.pen, seen)

    def load(self, case_id: str, on: date | None = None) -> Loaded:
        """A family as it is, or as it was at the end of that day."""
        if on is None:
            return self.store.load(case_id)
        end = datetime.combine(on, datetime.max.time(), self.now.tzinfo)
        return self.store.load_at(case_id, end)
