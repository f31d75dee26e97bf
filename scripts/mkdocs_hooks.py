"""What the site's Markdown does not read as GitHub does: a file's name behind the language of a fence.

Left as it stands, the fence is no fence, and the rest of the page falls apart.
"""

from __future__ import annotations

import re
from typing import Any

_NAMED = re.compile(r"^```(\w+) (\S+)$", re.MULTILINE)


def on_page_markdown(markdown: str, **_: Any) -> str:  # noqa: ANN401 -- mkdocs passes its own objects by name
    """Return the page with the name of each such file on a line above its fence."""
    return _NAMED.sub(r"`\2`\n\n```\1", markdown)
