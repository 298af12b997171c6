from contextlib import closing

import pytest

from knowledge.store.reader import connect
from tests.knowledge.store.telling import Chats


@pytest.fixture
def file(packs):
    return packs / "dang-van-2024-05-06.yaml"


@pytest.fixture
def chats(store):
    with closing(connect(store)) as connection:
        yield Chats(connection)
