"""What can go wrong, one class each; the docstring is the default message."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal

Path = Sequence[str | int]
"""Where a field stands: keys and positions from the outside in."""
Reason = Literal["unknown", "twice", "elsewhere", "circle", "sum", "needed", "outdated"]
"""What is wrong with an edit: something there is not, an id given twice or belonging to another article or fact, a part
of itself, parts that do not add up, something that others rely on, or something changed since."""


def dotted(path: Path) -> str:
    """A path as people read it.

    >>> dotted(["facts", 0, "subject"])
    'facts[0].subject'
    """
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")


class HoidapError(Exception):
    """Something went wrong"""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or self.__doc__)


class PackError(HoidapError):
    """A pack does not hold what a pack may hold"""

    def __init__(
        self,
        message: str,
        *,
        file: str = "",
        line: int | None = None,
        field: str = "",
        reason: str = "other",
        given: Mapping[str, object] | None = None,
    ) -> None:
        """Compose "file:line: field: message", as far as they are known.

        The `reason` in a word, with what is `given` for it, lets others put the message in words of their own.
        """
        self.file, self.line, self.field = file, line, field
        self.message, self.reason, self.given = message, reason, dict(given or {})
        place = f"{file}:{line}" if file and line else file
        super().__init__(": ".join(part for part in (place, field, message) if part))


class StoreError(HoidapError):
    """The database cannot be used"""


class NotAStoreError(StoreError):
    """The file is not a Hỏi Đáp database"""


class LanguageError(HoidapError):
    """A file of language data is malformed"""


class EditError(HoidapError):
    """The knowledge cannot be changed so"""

    def __init__(self, path: Path, message: str, *, reason: Reason, others: Sequence[str] = ()) -> None:
        """Compose "field: message"; `others` are the ids of what else is concerned."""
        self.path, self.message, self.reason, self.others = path, message, reason, tuple(others)
        super().__init__(": ".join(part for part in (self.field, message) if part))

    @property
    def field(self) -> str:
        """The field that is at fault, such as "facts[0].subject"."""
        return dotted(self.path)


class OutdatedError(EditError):
    """Somebody has changed it since"""

    def __init__(self, what: str, key: str, *, author: str, at: datetime) -> None:
        """Say what was changed, by whom and when."""
        self.what, self.id, self.author, self.at = what, key, author, at
        super().__init__(
            [what],
            f"{key!r} was changed by {author!r} at {at.isoformat(timespec='seconds')}",
            reason="outdated",
        )
