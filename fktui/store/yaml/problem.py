"""What can be wrong with a YAML text, as one exception with a code and a place.

Here also a parser's own words become one of a few codes. The sentences are made in `words`.
"""

import re
from typing import Any

# The parser's words (libyaml's, and those of PyYAML's Python parser) and the code they become.
# First hit counts. The second field says where a person has to look: at the problem itself, or at
# the place where the unfinished thing began.
_BEGAN, _HERE = "context_mark", "problem_mark"
_MEANING = (
    ("directive", _HERE, "yaml-directive"),
    ("incompatible", _HERE, "yaml-directive"),
    ("document start", _HERE, "yaml-documents"),
    ("undefined tag handle", _HERE, "yaml-tag"),
    ("alias", _HERE, "yaml-alias"),
    ("anchor", _HERE, "yaml-anchor"),
    ("while parsing a tag", _HERE, "yaml-tag"),
    ("while scanning a tag", _HERE, "yaml-tag"),
    ("escape", _HERE, "yaml-escape"),
    ("hexdecimal", _HERE, "yaml-escape"),
    ("hexadecimal", _HERE, "yaml-escape"),
    ("while scanning a quoted", _BEGAN, "yaml-quote"),
    ("flow mapping", _BEGAN, "yaml-bracket"),
    ("flow sequence", _BEGAN, "yaml-bracket"),
    ("cannot start any token", _HERE, "yaml-character"),
    ("mapping values are not allowed", _HERE, "yaml-colon"),
    ("simple key", _BEGAN, "yaml-colon"),
    ("while parsing a block", _HERE, "yaml-indent"),
    ("entries are not allowed", _HERE, "yaml-indent"),
)


class YamlError(Exception):
    """A text that is not read; the caller makes an `Issue` of it.

    Attributes:
        code: which sentence belongs to it.
        line: from 1, in the file.
        column: from 1, in characters.
        facts: what the sentence needs. `key` is text of a case: to be shown, never logged.
    """

    def __init__(self, code: str, line: int, column: int, **facts: object) -> None:
        super().__init__(code, line, column)
        self.code = code
        self.line = line
        self.column = column
        self.facts = facts


def problem_of(exc: Exception, text: str, first_line: int) -> YamlError:
    """What the parser's exception means to the person who typed the text (without its BOM)."""
    said = f"{getattr(exc, 'context', None)}; {getattr(exc, 'problem', None)}"
    mark: Any = getattr(exc, _HERE, None)
    if mark is None:
        return YamlError("yaml-syntax", first_line, 1)
    char = text[mark.index : mark.index + 1]
    if char == "\t":
        return YamlError("yaml-tab", mark.line + first_line, mark.column + 1)
    where, code = next((row[1:] for row in _MEANING if row[0] in said), (_HERE, "yaml-syntax"))
    if code == "yaml-documents" and re.search("^%", text[: mark.index], re.MULTILINE):
        code = "yaml-directive"
    facts = {"char": char} if code == "yaml-character" else {}
    mark = getattr(exc, where) or mark
    return YamlError(code, mark.line + first_line, mark.column + 1, **facts)
