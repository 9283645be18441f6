"""A template: its head, and filling it in with facts. The filling runs in a process of its own.

Reading the file and its front matter is somebody else's: text and a parsed head come in.
"""

import multiprocessing
import signal
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr
from multiprocessing.connection import Connection
from typing import Any

import msgspec

from fktui.documents.broken_field import broken_field
from fktui.documents.sandbox import Outcome, Trouble, run
from fktui.errors import FkError, Missing, Unsafe
from fktui.model.readable import readable

_LANGUAGES = ("nl", "en")


class Limits(msgspec.Struct, frozen=True):
    """What filling in may cost: seconds (with the start of a process), characters out and in."""

    seconds: float = 5.0
    output: int = 500_000
    template: int = 200_000


DEFAULT_LIMITS = Limits()


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """The front matter of a template.

    Attributes:
        header, page_label: with `{family}`, and with `{page}` and `{pages}`, to be filled in.
        footer: below every page.
        needs: facts that have to be there, beside what the text itself uses.
    """

    title: str
    language: str
    header: str
    footer: str
    page_label: str
    needs: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("md", "html", "pdf")


class Template(Head, frozen=True, kw_only=True):
    """A template as it was read.

    Attributes:
        source: whose it is: "team" or "packaged".
        first_line: the line of the file on which the body starts, so that errors name its lines.
    """

    name: str
    body: str
    source: str
    first_line: int = 1


def parse_template(
    name: str, head: Mapping[str, object], body: str, source: str, first_line: int = 1
) -> Template:
    """The template with this front matter. Raises `Missing` (template-head) with the field."""
    try:
        known = msgspec.convert(head, readable(Head))
    except msgspec.ValidationError as error:
        raise Missing("template-head", template=name, field=broken_field(error)) from error
    if known.language not in _LANGUAGES:
        raise Missing("template-head", template=name, field="language")
    return Template(
        name=name,
        body=body,
        source=source,
        first_line=first_line,
        **msgspec.structs.asdict(known),
    )


def render(template: Template, facts: Mapping[str, object], limits: Limits = DEFAULT_LIMITS) -> str:
    """The Markdown of the template with these facts.

    Raises `Missing` with all gaps (template-gaps) or the line that cannot be read
    (template-syntax, template-value), `Unsafe` for what a template may not do or cost.
    """
    if len(template.body) > limits.template:
        raise Unsafe("template-too-much", template=template.name)
    needed = tuple(Trouble("gap", 0, name) for name in template.needs if name not in facts)
    outcome = _in_own_process(template, facts, limits)
    if isinstance(outcome, str):
        raise Unsafe(outcome, template=template.name)
    if troubles := (*needed, *outcome.troubles):
        raise _failure(template, troubles)
    return outcome.text


def _failure(template: Template, troubles: tuple[Trouble, ...]) -> FkError:
    """The error for the worst of these: what is refused first, gaps last, all of one kind."""

    def line(trouble: Trouble) -> int:
        return trouble.line and trouble.line + template.first_line - 1

    for kind in ("too-much", "forbidden", "syntax", "value"):
        for trouble in troubles:
            if trouble.kind == kind:
                error = Unsafe if kind in ("too-much", "forbidden") else Missing
                facts = {"template": template.name, "line": line(trouble), "what": trouble.what}
                return error(f"template-{kind}", **facts)
    missing = tuple(dict.fromkeys((gap.what, line(gap)) for gap in troubles))
    return Missing("template-gaps", template=template.name, missing=missing)


def _in_own_process(
    template: Template, facts: Mapping[str, object], limits: Limits
) -> Outcome | str:
    """The outcome, or the code of why there is none. The process is gone when this returns."""
    # Fresh and equal on every system: a copy of this process would have its threads and locks.
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    job = (template.body, dict(facts), template.language, limits.output)
    process = context.Process(target=_work, args=(theirs, job), daemon=True)
    try:
        # The screen puts something in the place of stderr that is no file; a process wants one.
        with redirect_stderr(sys.__stderr__):
            process.start()
        theirs.close()
        if not ours.poll(limits.seconds):
            return "template-too-slow"
        outcome = msgspec.msgpack.decode(ours.recv_bytes(), type=Outcome)
        process.join(limits.seconds)  # it ends by itself; killed while ending, it may leave litter
    except EOFError:
        return "template-died"
    else:
        return outcome
    finally:
        if process.pid is not None:
            process.kill()
            process.join()
        ours.close()


def _work(answer: "Connection[bytes, Any]", job: tuple[str, dict[str, object], str, int]) -> None:
    """The other process: fills in and answers. Ctrl-C is for its parent, which ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answer.send_bytes(msgspec.msgpack.encode(run(*job)))
