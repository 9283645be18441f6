"""The two parts of a journal entry's file: YAML between two lines of dashes, and the text below.

Cutting in two and joining; the YAML is read by `yaml_read` and changed by `yaml_patch`.
"""

import re
from typing import NamedTuple

from fktui.store.yaml.read import BOM, Mapping, YamlError, read

_FENCE = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)


class FrontMatter(NamedTuple):
    """Both parts.

    Attributes:
        yaml_text: the lines between the dashes.
        body: everything under them, byte for byte.
        yaml_line: number of the first line of the YAML in the file.
        body_line: number of the first line of the body in the file.
    """

    yaml_text: str
    body: str
    yaml_line: int
    body_line: int

    def read(self) -> Mapping:
        """The fields; the lines of nodes and of a YamlError count from the top of the file."""
        return read(self.yaml_text, first_line=self.yaml_line)


def split(text: str) -> FrontMatter:
    """The parts of a file; YamlError when its front matter is missing or not closed."""
    shift = int(text.startswith(BOM))
    opening = _FENCE.match(text[shift:])
    if not opening:
        raise YamlError("front-matter-missing", 1, 1)
    start = shift + opening.end()
    closing = _FENCE.search(text, start)
    if not closing:
        raise YamlError("front-matter-open", 1, 1)
    yaml_text = text[start : closing.start()]
    return FrontMatter(yaml_text, text[closing.end() :], 2, yaml_text.count("\n") + 3)


def join(yaml_text: str, body: str) -> str:
    """A file of these parts, with the line ends that the YAML has, or else the body."""
    newline = "\r\n" if "\r\n" in (yaml_text or body) else "\n"
    if yaml_text and not yaml_text.endswith("\n"):
        yaml_text += newline
    return f"---{newline}{yaml_text}---{newline}{body}"
