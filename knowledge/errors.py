"""What can go wrong, one class each; the docstring is the default message."""

from __future__ import annotations


class HoidapError(Exception):
    """Something went wrong"""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or self.__doc__)


class PackError(HoidapError):
    """A pack does not hold what a pack may hold"""

    def __init__(self, message: str, *, file: str = "", line: int | None = None, field: str = "") -> None:
        """Compose "file:line: field: message", as far as they are known."""
        self.file, self.line, self.field = file, line, field
        place = f"{file}:{line}" if file and line else file
        super().__init__(": ".join(part for part in (place, field, message) if part))


class StoreError(HoidapError):
    """The database cannot be used"""


class NotAStoreError(StoreError):
    """The file is not a Hỏi Đáp database"""


class LanguageError(HoidapError):
    """A file of language data is malformed"""
