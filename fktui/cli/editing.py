"""Writing in the user's own text editor, and keeping what was written.

What a draft holds and how it is read back is in `usecases.journal.drafts`.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from fktui.cli import output, typed
from fktui.errors import FkError
from fktui.usecases.by_hand.editor import run_editor
from fktui.words.language import _

if TYPE_CHECKING:
    from fktui.model.stored import Saved
    from fktui.usecases.journal.drafts import Draft


def written(
    draft: "Draft", read: "Callable[[Draft], dict[str, Any]]", save: "Callable[..., Saved]"
) -> "Saved":
    """Let the user write in a draft, and save what it says; the draft goes when that worked out.

    Raises:
        FkError: what was written does not fit or cannot be saved; the draft is kept.
    """
    from fktui.usecases.journal.drafts import drop, is_written  # only when an editor is used

    if draft.kept:
        output.say(_("Going on with what was written earlier: {file}").format(file=draft.path))
    try:
        run_editor(draft.path)
        typed.forget()  # minutes have passed, in which the family may have been changed elsewhere
        saved = save(read(draft))
    except FkError:
        if is_written(draft):
            output.say(_("What was written is kept in {file}.").format(file=draft.path))
        else:
            drop(draft)
        raise
    drop(draft)
    return saved
