"""Opening the store for writing: a new one appears complete or not at all, an old one is changed in one transaction."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from knowledge.errors import StoreError
from knowledge.store.database import Database
from knowledge.store.reader import APPLICATION_ID, BUSY_SECONDS, connect, store_errors
from knowledge.store.schema import migrations

_CACHE_KIB = 32_768


def create(path: Path, fill: Callable[[Database], object]) -> bool:
    """Make a new store and fill it; the file appears complete or not at all.

    Of several processes that create one store at once, the first wins; the others
    get False and find it made. Raises StoreError where the folder cannot be written.
    """
    folder = path.absolute().parent
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=folder)
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror}") from error
    os.close(handle)
    draft = Path(name)
    try:
        with store_errors(path):
            db = Database(str(draft))
            try:
                db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                db.conn.execute("PRAGMA foreign_keys = ON")
                db.conn.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
                migrations.apply(db)
                with db.atomic():
                    fill(db)
                db.conn.execute("PRAGMA journal_mode = WAL")
            finally:
                db.close()
        draft.chmod(0o644)
        try:
            os.link(draft, path)
        except FileExistsError:
            return False
        except OSError:  # a file system without hard links
            if path.exists():
                return False
            draft.replace(path)
        return True
    finally:
        for leftover in (draft, Path(f"{name}-wal"), Path(f"{name}-shm")):
            leftover.unlink(missing_ok=True)


@contextmanager
def writing(path: Path) -> Iterator[Database]:
    """An existing store, brought up to date, inside one write transaction.

    The write lock is taken up front, so that what is read decides safely what is
    written; another writer waits its turn for BUSY_SECONDS.
    """
    connection = connect(path)
    db = Database(connection)
    try:
        with store_errors(path):
            connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
            connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            migrations.apply(db)
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except BaseException:
                connection.rollback()
                raise
            connection.commit()
    finally:
        db.close()
