"""Whatever the names, titles and statements of the knowledge: Telegram takes every page made of it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from telegram.constants import InlineKeyboardButtonLimit, InlineKeyboardMarkupLimit, MessageLimit

from bot.sandbox.telegram_html import parse_html, utf16_length
from handlers import inline, pages
from handlers.browsing import Place, source_sections
from handlers.markup import escape, messages
from handlers.rendering_html import rendered
from handlers.starting import help_sections, introduction
from handlers.texts import FORGET, HELLO_GROUP, ONLY_TEXT, UNKNOWN_COMMAND, WELCOME
from knowledge.errors import PackError
from knowledge.exchange.loading import load_packs, read_packs
from knowledge.exchange.packs import dump_pack
from knowledge.service import Knowledge
from tests.strategies import packs

NAME = "ThuHoiDapBot"


def shown(html):
    """What people see of a message that Telegram takes."""
    text, _entities = parse_html(html)
    assert 1 <= utf16_length(text) <= MessageLimit.MAX_TEXT_LENGTH
    return text


def looked_at(page):
    """A page's text, after its buttons have been looked at too."""
    rows = page.keyboard.inline_keyboard
    buttons = [button for row in rows for button in row]
    assert 1 <= len(buttons) <= InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER
    assert all(1 <= len(row) <= InlineKeyboardMarkupLimit.BUTTONS_PER_ROW for row in rows)
    for button in buttons:
        assert button.text.strip()
        assert 1 <= len(button.callback_data.encode()) <= InlineKeyboardButtonLimit.MAX_CALLBACK_DATA
    return shown(page.html)


def read(file):
    """The packs of a file, unless a statement made by chance contradicts its own figure: that is refused."""
    try:
        return read_packs([file])
    except PackError as error:
        assume(error.reason != "contradiction")
        raise


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(pack=packs(), question=st.text(max_size=60))
def test_every_page_and_answer_about_any_knowledge_is_taken(pack, question):
    with TemporaryDirectory() as folder:
        file, store = Path(folder) / "pack.yaml", Path(folder) / "store.db"
        file.write_text(dump_pack(pack), encoding="utf-8")
        load_packs(store, read(file), only=True)
        with closing(Knowledge(store)) as known:
            for page in (
                pages.topics(known, 0),
                pages.places(known, 0),
                pages.articles(known, 0),
                introduction(known, help_sections(known, NAME, "private")),
            ):
                looked_at(page)
            for topic in known.lexicon.topics.values():
                looked_at(pages.topic(known, topic, 0, NAME))
            for name in known.lexicon.names.values():
                looked_at(pages.place(known, name, 0))
            for number in range(3):
                looked_at(pages.article(known, pack.article, number, NAME))
            facts = known.catalogue.facts_in(pack.article.id, 99, 0)
            places = [Place(fact.paragraph, fact, fact.quote) for fact in facts]
            assert all(shown(html) for html in messages(source_sections([(pack.article, places)])))
            asked = [*pack.topics[0].phrases, question, f"{pack.names[0].name} {pack.topics[0].label}?"]
            for text in asked:
                assert all(shown(html) for html in rendered(known.ask(text)))
            for one in inline.offers(known, question):
                result = inline.result(one, 0, NAME)
                assert shown(result.input_message_content.message_text)
                assert result.title.strip()


@given(text=st.sampled_from([FORGET, HELLO_GROUP, ONLY_TEXT, UNKNOWN_COMMAND, WELCOME]))
def test_every_fixed_text_is_taken(text):
    assert shown(escape(text)) == text
