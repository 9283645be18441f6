"""Data to YAML text in house style: a value, a part of a file, a whole file.

The only module that imports `ruamel`, inside the functions that need it: 17 ms of start-up that a
changed date or code does not need. Changing a text that exists belongs to `yaml_patch`.
"""

import re
from io import StringIO
from typing import Any, NamedTuple

from fktui.errors import FkError
from fktui.store.yaml.nodes import NULLS
from fktui.store.yaml.read import Data, YamlError, plain, read
from fktui.store.yaml.style import (
    LINE_WIDTH,
    Style,
    is_field_name,
    is_list,
    is_short_list,
    spelled,
    style_of,
)

_UNLIMITED = 10**9  # folding would turn one changed word into fifteen changed lines
_NULL = "tag:yaml.org,2002:null"
_NULL_TEXT = re.compile(r"(?:~|null|Null|NULL|)\Z")


class Layout(NamedTuple):
    """How far a mapping stands to the right of its key, and a dash to the right of its key."""

    step: int = 2
    dash: int = 2


def dump(data: dict[str, Data]) -> str:
    """A new file. FkError `yaml-write` when the text would not be read back as this data."""
    text = block(data, Layout(), 0)
    if not reads_as(text, data):
        raise FkError("yaml-write")
    return text


def reads_as(text: str, data: Data) -> bool:
    """Whether the reader finds exactly this data in the text."""
    try:
        return plain(read(text)) == as_read(data)
    except YamlError:
        return False


def as_read(data: Data) -> Data:
    """The data as the reader will give it back: every value a string."""
    if isinstance(data, dict):
        return {key: as_read(value) for key, value in data.items()}
    if is_list(data):
        return [as_read(item) for item in data]
    return spelled(data)


def block(data: Data, layout: Layout, column: int) -> str:
    """A mapping or list as lines, for a place that stands `column` characters from the left."""
    text = _dumped(_tree(data, layout, column), layout)
    margin = len(text) - len(text.lstrip(" "))  # ruamel's, before the dashes of a bare list
    return re.sub(rf"^ {{{margin}}}", "", text, flags=re.MULTILINE)


def inline(value: Data, *, in_brackets: bool = False) -> str:
    """A value on one line: brackets around a collection, no block for text with line ends."""
    if isinstance(value, dict) or is_list(value):
        return _dumped(_within_brackets(value), Layout()).removesuffix("\n")
    text, style = spelled(value), style_of(value, in_brackets=in_brackets)
    if style is Style.PLAIN:
        return "null" if text is None else text
    if style is Style.SINGLE:
        return "'" + str(text).replace("'", "''") + "'"
    return _dumped(_within_brackets([value]), Layout())[1:].removesuffix("]\n")


def is_inline(value: Data, room: int) -> bool:
    """Whether the house writes this value behind its key, when the line has so much room left."""
    if isinstance(value, dict) or is_list(value):
        return not value or is_short_list(value, room)
    return style_of(value) is not Style.LITERAL


def reshape(text: str, meant: Data) -> str:
    """The text changed into this data by way of ruamel's document, for what splicing cannot do.

    Keeps comments and quotes where ruamel does, and lays the file out again.
    """
    from ruamel.yaml.error import YAMLError

    try:
        document = _yaml(Layout()).load(text)
        if document is None:
            remarks = [line for line in text.splitlines(keepends=True) if line.startswith("#")]
            return "".join(remarks) + block(meant, Layout(), 0)
        return _dumped(_reshaped(document, meant), Layout())
    except YAMLError as exc:
        raise FkError("yaml-write") from exc


def _reshaped(old: Any, meant: Data) -> Any:
    if isinstance(old, dict) and isinstance(meant, dict):
        for key in [key for key in old if key not in meant]:
            del old[key]
        for key, value in meant.items():
            old[key] = _reshaped(old.get(key), value)
        return old
    if isinstance(old, list) and is_list(meant) and len(old) == len(meant):
        for index, item in enumerate(meant):
            old[index] = _reshaped(old[index], item)
        return old
    is_value = isinstance(old, str | None) and not isinstance(meant, dict) and not is_list(meant)
    return old if is_value and old == spelled(meant) else _tree(meant, Layout(), 0)


def _tree(data: Data, layout: Layout, column: int) -> Any:
    """The data as ruamel's own types, which carry the style of each value."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    if isinstance(data, dict):
        room = LINE_WIDTH - column
        tree = CommentedMap()
        for key, value in data.items():
            short = is_short_list(value, room - len(key) - 3)
            inner = column + (layout.dash if is_list(value) else layout.step)
            tree[_key(key)] = _within_brackets(value) if short else _tree(value, layout, inner)
        return tree
    if is_list(data):
        return CommentedSeq(_tree(item, layout, column + 2) for item in data)
    return _scalar(data)


def _within_brackets(data: Data) -> Any:
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    tree: Any
    if isinstance(data, dict):
        tree = CommentedMap(
            (_scalar(key, in_brackets=True), _within_brackets(value)) for key, value in data.items()
        )
    elif is_list(data):
        tree = CommentedSeq(_within_brackets(item) for item in data)
    else:
        return _scalar(data, in_brackets=True)
    tree.fa.set_flow_style()
    return tree


def _key(key: str) -> Any:
    """The name of a field, plain where it can be: `on` is a field of ours, whatever YAML 1.1 says.

    The house layout (design.md, section 3) shows it so, and people type it so.
    """
    from ruamel.yaml import scalarstring

    if is_field_name(key):
        return scalarstring.PlainScalarString(key)
    return _scalar(key, in_brackets=True)


def _scalar(value: Data, *, in_brackets: bool = False) -> Any:
    from ruamel.yaml import scalarstring

    text = spelled(value)
    if text is None:
        return None
    style = style_of(value, in_brackets=in_brackets)
    made: dict[Style, Any] = {
        Style.PLAIN: scalarstring.PlainScalarString,
        Style.SINGLE: scalarstring.SingleQuotedScalarString,
        Style.DOUBLE: scalarstring.DoubleQuotedScalarString,
        Style.LITERAL: scalarstring.LiteralScalarString,
    }
    return made[style](text)


def _dumped(tree: Any, layout: Layout) -> str:
    stream = StringIO()
    _yaml(layout).dump(tree, stream)
    # A document that ends in empty lines of a text (`|+`) is closed by ruamel with three dots.
    text = stream.getvalue()
    return text.removesuffix("...\n") if text.endswith("\n...\n") else text


def _yaml(layout: Layout) -> Any:
    """Ruamel, so set up that every value is a string and nothing is folded."""
    import ruamel.yaml

    class Emitter(ruamel.yaml.emitter.Emitter):
        MAX_SIMPLE_KEY_LENGTH = 1000  # behind a longer key, libyaml does not look for the colon

    class Representer(ruamel.yaml.representer.RoundTripRepresenter):
        pass

    class Resolver(ruamel.yaml.resolver.VersionedResolver):
        @property
        def versioned_resolver(self) -> dict[str, list[tuple[str, re.Pattern[str]]]]:
            return {text[:1]: [(_NULL, _NULL_TEXT)] for text in NULLS}

    Representer.add_representer(type(None), lambda own, _: own.represent_scalar(_NULL, "null"))
    yaml = ruamel.yaml.YAML(typ="rt")
    yaml.Emitter, yaml.Representer, yaml.Resolver = Emitter, Representer, Resolver
    yaml.preserve_quotes = True
    yaml.width = _UNLIMITED
    yaml.indent(mapping=layout.step, sequence=layout.dash + 2, offset=layout.dash)
    return yaml
