"""`fk completion`: let the shell complete commands, families, people and goals."""

from typing import Annotated

import typer
from typer.completion import completion_init
from typer.completion import get_completion_script as script_for
from typer.completion import install as install_for

from fktui.cli import output
from fktui.errors import WrongUse
from fktui.words.language import _

app = typer.Typer(rich_markup_mode=None, add_completion=False)
SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


@app.command(help=_("Completion for your shell: fk completion bash --install"))
def completion(
    shell: Annotated[str, typer.Argument(help=_("bash, zsh, fish, powershell or pwsh."))],
    install: Annotated[
        bool, typer.Option("--install", help=_("Add it to the shell's own start file."))
    ] = False,
) -> None:
    """Print or install the completion script of a shell."""
    if shell not in SHELLS:
        raise WrongUse("wrong-choice", given=shell, allowed=", ".join(SHELLS))
    completion_init()
    if not install:
        output.line(script_for(prog_name="fk", complete_var="_FK_COMPLETE", shell=shell))
        return
    _shell, path = install_for(shell=shell, prog_name="fk", complete_var="_FK_COMPLETE")
    output.line(str(path))
    output.say(_("Open a new terminal; then fk completes with the Tab key."))
