"""Runs one template, inside a process of its own: see `template.render` for the other side.

A template comes from the team and may come from a stranger. It can print facts, choose and repeat.
Its grammar is a list of what is allowed, checked before anything runs: no calls, no arithmetic, no
variables of its own, no attributes of Python objects, no other files. What is left can still
repeat for a long time or print a lot: the first is stopped by the parent, the second here.
"""

import sys
from collections.abc import Iterator, Mapping
from types import FrameType
from typing import TYPE_CHECKING, Any

import msgspec

from fktui.documents.filters import Filter, TooMuch, WrongValue, for_language, inline

if TYPE_CHECKING:
    from jinja2 import Environment, Template, nodes

_DEEPEST = 40  # levels of nesting in a template; the packaged ones have 4

_STATEMENTS = ("Template", "Output", "TemplateData", "For", "If")
_EXPRESSIONS = ("Name", "Const", "Getattr", "Filter", "Compare", "Operand")
_LOGIC = ("And", "Or", "Not", "CondExpr")
_GRAMMAR = frozenset((*_STATEMENTS, *_EXPRESSIONS, *_LOGIC))
_LOOP = frozenset(("first", "last", "index", "revindex", "length"))


class Trouble(msgspec.Struct, frozen=True):
    """One thing that is wrong with a template.

    Attributes:
        kind: gap, value, syntax, forbidden or too-much.
        line: of the template's body, from 1; 0 when it is about the whole.
        what: the name of the field, filter or construct.
    """

    kind: str
    line: int = 0
    what: str = ""


class Outcome(msgspec.Struct, frozen=True):
    """What a template gave: the text, or what stopped it."""

    text: str = ""
    troubles: tuple[Trouble, ...] = ()


def run(body: str, facts: Mapping[str, object], language: str, most: int) -> Outcome:
    """Fill in the template; `most` is the number of characters that may come out.

    Every gap is found in one go: a missing fact counts as empty until the end is reached.
    """
    # 60 ms, and only in this process.
    from jinja2 import TemplateSyntaxError

    gaps: list[Trouble] = []
    environment = _environment(language, gaps)
    try:
        syntax = environment.parse(body)
        if forbidden := tuple(_forbidden(syntax, frozenset(environment.filters))):
            return Outcome(troubles=forbidden)
        template = environment.from_string(syntax)
    except TemplateSyntaxError as error:
        return Outcome(troubles=(Trouble("syntax", error.lineno),))
    except RecursionError:
        return Outcome(troubles=(Trouble("syntax"),))
    return _filled(template, facts, most, gaps)


def _filled(
    template: "Template", facts: Mapping[str, object], most: int, gaps: list[Trouble]
) -> Outcome:
    pieces: list[str] = []
    room = most
    try:
        for piece in template.generate(dict(facts)):
            pieces.append(piece)
            room -= len(piece)
            if room < 0:
                return Outcome(troubles=(Trouble("too-much"),))
    except TooMuch:
        return Outcome(troubles=(Trouble("too-much"),))
    except (WrongValue, TypeError) as error:
        # TypeError: a filter with the wrong number of arguments, or text compared with a number.
        return Outcome(troubles=(*gaps, Trouble("value", _line_of(error))))
    return Outcome(troubles=tuple(gaps)) if gaps else Outcome("".join(pieces))


def _forbidden(node: "nodes.Node", filters: frozenset[str], depth: int = 0) -> Iterator[Trouble]:
    """Everything in the template that is not on the lists, in its order."""
    kind = type(node).__name__
    named: Any = node
    if kind not in _GRAMMAR or depth > _DEEPEST:
        yield Trouble("forbidden", node.lineno, kind.lower())
        return
    if kind == "Filter" and (named.name not in filters or named.kwargs):
        yield Trouble("forbidden", node.lineno, named.name)
    if kind == "Getattr" and named.attr.startswith("_"):
        yield Trouble("forbidden", node.lineno, named.attr)
    if kind == "For" and named.recursive:
        yield Trouble("forbidden", node.lineno, "recursive")
    for child in node.iter_child_nodes():
        yield from _forbidden(child, filters, depth + 1)


def _environment(language: str, gaps: list[Trouble]) -> "Environment":
    from jinja2 import Undefined
    from jinja2.runtime import LoopContext
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Gap(Undefined):
        """A fact that is not there: noted once, then empty, so that the next gap is found too."""

        def __init__(self, *about: Any, **named: Any) -> None:
            super().__init__(*about, **named)
            gaps.append(Trouble("gap", _line_here(), str(self._undefined_name)))

    class Facts(ImmutableSandboxedEnvironment):
        """Knows fields of facts and a few of a loop; no attribute of a Python object."""

        def getattr(self, obj: Any, attribute: str) -> Any:
            if isinstance(obj, Gap):
                return obj
            if isinstance(obj, LoopContext) and attribute in _LOOP:
                return getattr(obj, attribute)
            if isinstance(obj, Mapping) and attribute in obj:
                return obj[attribute]
            return Gap(obj=obj, name=attribute)

    def printed(value: object) -> object:
        return value if isinstance(value, Gap) else inline(value)

    environment = Facts(
        undefined=Gap,
        autoescape=False,  # the result is Markdown; `inline` is what escapes
        finalize=printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        cache_size=0,
    )
    environment.globals.clear()
    environment.tests.clear()
    environment.filters = {
        name: _forgiving(function, Gap) for name, function in for_language(language).items()
    }
    return environment


def _forgiving(function: Filter, gap: type) -> Filter:
    """The filter, that makes nothing of a gap: the gap has been noted already."""

    def filtered(value: object, *rest: object) -> object:
        return "" if isinstance(value, gap) else function(value, *rest)

    return filtered


def _line_here() -> int:
    """The line of the template that is being filled in, found on the stack."""
    frame: FrameType | None = sys._getframe()  # noqa: SLF001 - the only way without stopping
    while frame := frame.f_back if frame else None:
        if template := frame.f_globals.get("__jinja_template__"):
            return int(template.get_corresponding_lineno(frame.f_lineno))
    return 0


def _line_of(error: Exception) -> int:
    """The line of the template in which the error came up; Jinja has marked that place."""
    trace, line = error.__traceback__, 0
    while trace:
        if "__jinja_exception__" in trace.tb_frame.f_globals:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
