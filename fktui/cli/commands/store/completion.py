"""`fk completion`: let the shell complete commands, families, people and goals."""

from typing import Annotated

import typer
from typer import completion as typer_completion

from fktui.cli import output
from fktui.cli.table import COMPLETE
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
    typer_completion.completion_init()  # type: ignore[attr-defined]
    if not install:
        script = typer_completion.get_completion_script(  # type: ignore[attr-defined]
            prog_name="fk", complete_var=COMPLETE, shell=shell
        )
        output.text(script)
        return
    _shell, path = typer_completion.install(  # type: ignore[attr-defined]
        shell=shell, prog_name="fk", complete_var=COMPLETE
    )
    output.line(str(path))
    output.say(_("Open a new terminal; then fk completes with the Tab key."))
