"""Whatever is typed, what an editor is shown can be sent."""

import asyncio

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.sandbox.telegram_html import parse_html, utf16_length
from handlers.desk import Seat
from handlers.editing.fact_draft import FactDraft
from handlers.editing.fact_steps import begun
from handlers.editing.newsroom import Newsroom
from tests.strategies import words

LINE = {"article": "suoi-ram-2025-02-03", "subject": "suoi-ram", "topic": "den-long", "kind": "count"}
TYPED = (
    words
    | st.text(max_size=60)
    | st.sampled_from(["<b>&</b>", "9 đèn <lồng>", "x" * 3000, "so=9 doan=2", "9"])
)


@pytest.fixture
def kind(desk):
    return FactDraft(Newsroom(desk, [11]))


@given(st.lists(TYPED, min_size=1, max_size=6))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_page_is_html_that_telegram_takes_and_fits(kind, said):
    async def talk():
        draft = await kind.newsroom.begin(Seat(11, "private", 11), "fact", begun(LINE))
        for text in said:
            move = await kind.on_text(draft, text.strip() or "x")
            draft = (await kind.newsroom.carry_out(draft, move)).draft
            page = await kind.page(draft)
            shown, _entities = parse_html(page.html)
            assert 0 < utf16_length(shown) <= 4096
            assert all(
                len(b.callback_data.encode()) <= 64 for row in page.keyboard.inline_keyboard for b in row
            )
        await kind.newsroom.drop(draft)

    asyncio.run(talk())
