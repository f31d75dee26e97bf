"""A progress bar on stderr, for work that takes longer than a second at a terminal."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_PATIENCE = 1.0


class Ticker:
    """Counts articles, or other work; shows a bar once a second has passed, and nothing where stderr is no terminal."""

    def __init__(self, total: int, *, enabled: bool, work: str = "reading articles") -> None:
        self._total = total
        self._work = work
        self._enabled = enabled and sys.stderr.isatty()
        self._began = time.monotonic()
        self._done = 0
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __call__(self) -> None:
        """Count one article."""
        self._done += 1
        if not self._enabled:
            return
        if self._bar is None and time.monotonic() - self._began > _PATIENCE:
            self._start()
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=self._done)

    def _start(self) -> None:
        from rich.console import Console  # noqa: PLC0415 -- only for a bar that is shown
        from rich.progress import Progress  # noqa: PLC0415

        self._bar = Progress(console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task(self._work, total=self._total)
        self._bar.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
