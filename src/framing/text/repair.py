"""Number the paragraphs, and make one of a sentence that the page broke over two blocks.

A page may cut a paragraph in two for a photograph or an advertisement: "He speaks to those not yet
bought off and to" / "Advertisement" / "the many who never were." is one paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.model.document import Block
from framing.text.blocks import ends_sentence, is_list_item, starts_lower

if TYPE_CHECKING:
    from collections.abc import Sequence


def number_paragraphs(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    r"""Give each block outside boilerplate the number of its paragraph, counted from 0.

    Parameters
    ----------
    text
        The text the blocks point into.
    blocks
        All blocks in order, without numbers; those of kind "boilerplate" keep -1.

    Examples
    --------
    >>> blocks = [Block(0, 6, "body"), Block(8, 15, "body"), Block(17, 25, "body")]
    >>> [block.paragraph for block in number_paragraphs("He and\n\nshe go.\n\nWe stay.", blocks)]
    [0, 0, 1]
    """
    numbered: list[Block] = []
    paragraph = -1
    above: Block | None = None
    for block in blocks:
        if block.kind == "boilerplate":
            numbered.append(block)
            continue
        if above is None or not _continues(text, above, block):
            paragraph += 1
        numbered.append(Block(block.start, block.end, block.kind, block.reason, paragraph))
        above = block
    return tuple(numbered)


def _continues(text: str, above: Block, below: Block) -> bool:
    """Whether `below` goes on with the sentence that `above` left open."""
    if above.kind != "body" or below.kind != "body" or not starts_lower(text[below.start : below.start + 2]):
        return False
    # The last characters say whether a sentence is over; the first whether this is an item of a list.
    ending = text[max(above.start, above.end - 20) : above.end]
    if ends_sentence(ending) or ending.endswith((":", ";")):
        return False
    return not is_list_item(text[above.start : above.start + 20]) and not is_list_item(
        text[below.start : below.start + 20]
    )
