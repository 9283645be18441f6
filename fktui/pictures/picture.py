"""A picture that is ready for paper, whatever it shows."""

from typing import NamedTuple


class Picture(NamedTuple):
    """A picture as SVG.

    Attributes:
        title: what stands above it on paper, such as the family and the day.
        svg: the drawing, with its own title and description in words.
        words: the same in sentences: what is read aloud in place of the picture.
    """

    title: str
    svg: str
    words: tuple[str, ...]
