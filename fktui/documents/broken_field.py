"""Which field a decoding error is about, without what was in it: that may be somebody's words."""

import re

import msgspec

_AT = re.compile(r" - at `\$\.?(.*)`\Z")
_LACKS = re.compile(r"missing required field `(\w+)`")


def broken_field(error: msgspec.DecodeError) -> str:
    """The field as a dotted path ("rows[0].title"); empty when it is about the whole."""
    at, lacks = _AT.search(str(error)), _LACKS.search(str(error))
    return ".".join(found[1] for found in (at, lacks) if found and found[1])
