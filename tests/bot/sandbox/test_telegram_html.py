import html
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.refusals import Refused
from bot.sandbox.telegram_html import TAGS, parse_html, utf16_length

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))

SPANS = {
    "<b>x</b>": {"type": "bold"},
    "<strong>x</strong>": {"type": "bold"},
    "<i>x</i>": {"type": "italic"},
    "<em>x</em>": {"type": "italic"},
    "<u>x</u>": {"type": "underline"},
    "<ins>x</ins>": {"type": "underline"},
    "<s>x</s>": {"type": "strikethrough"},
    "<del>x</del>": {"type": "strikethrough"},
    "<tg-spoiler>x</tg-spoiler>": {"type": "spoiler"},
    '<span class="tg-spoiler">x</span>': {"type": "spoiler"},
    "<code>x</code>": {"type": "code"},
    '<code class="language-python">x</code>': {"type": "code"},
    "<pre>x</pre>": {"type": "pre"},
    '<pre><code class="language-python">x</code></pre>': {"type": "pre", "language": "python"},
    "<blockquote>x</blockquote>": {"type": "blockquote"},
    "<blockquote expandable>x</blockquote>": {"type": "expandable_blockquote"},
    "<a href='https://bao.vn/a?b=1&amp;c=2'>x</a>": {"type": "text_link", "url": "https://bao.vn/a?b=1&c=2"},
    "<a href=bao.vn>x</a>": {"type": "text_link", "url": "http://bao.vn"},
    '<a href="tg://user?id=7">x</a>': {"type": "text_mention", "user": {"id": 7}},
    '<tg-emoji emoji-id="5">x</tg-emoji>': {"type": "custom_emoji", "custom_emoji_id": "5"},
    "<B\n>x</>": {"type": "bold"},
}


@pytest.mark.parametrize(("source", "entity"), SPANS.items())
def test_every_tag_that_telegram_knows_becomes_its_entity(source: str, entity: dict[str, object]) -> None:
    assert parse_html(source) == ("x", [{"offset": 0, "length": 1, **entity}])


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("3 < 5", 'Unsupported start tag "" at byte offset 2'),
        ("<3", "Unclosed start tag at byte offset 0"),
        ("xã <p>", 'Unsupported start tag "p" at byte offset 4'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b>x</b x>", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ('<a href="a" b">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/>y</a>", "Unexpected end of name token at byte offset 8"),
        ('<a href="x>y</a>', "Unclosed start tag at byte offset 0"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ("<tg-emoji emoji-id=x>y</tg-emoji>", "Invalid custom emoji identifier specified"),
    ],
)
def test_what_telegram_cannot_parse_is_refused_in_its_words(source: str, complaint: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(Refused, match="unmatched surrogate code units"):
        parse_html("&#xD83D;")


def test_only_four_named_references_are_known_and_a_lone_ampersand_is_one() -> None:
    assert parse_html("&lt;&gt;&amp;&quot;&#39;&#x41 &nbsp; A & B")[0] == "<>&\"'A &nbsp; A & B"


def test_offsets_count_utf16_units() -> None:
    assert parse_html("🇻🇳 <b>🙂</b>")[1] == [{"type": "bold", "offset": 5, "length": 2}]


def test_nested_entities_come_outer_first() -> None:
    kinds = [entity["type"] for entity in parse_html("<b><i>x</i>y</b>")[1]]
    assert kinds == ["bold", "italic"]


def test_nothing_is_formatted_inside_code() -> None:
    assert parse_html("<code><b>x</b>y</code>")[1] == [{"type": "code", "offset": 0, "length": 2}]


def test_a_link_to_nowhere_and_an_empty_tag_leave_only_their_text() -> None:
    assert parse_html('<a href="x y">z</a><b></b>') == ("z", [])


@given(TEXT)
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert parse_html(html.escape(text)) == (text, [])


@given(
    TEXT.filter(bool),
    st.sampled_from(sorted({"b", "i", "u", "s", "code", "pre", "blockquote", "tg-spoiler"})),
)
def test_escaped_text_in_a_tag_keeps_its_words_and_span(text: str, tag: str) -> None:
    plain, entities = parse_html(f"<{tag}>{html.escape(text)}</{tag}>")
    assert plain == text
    assert [(entity["offset"], entity["length"]) for entity in entities] == [(0, utf16_length(text))]


PIECES = [*"<>/&;=\"'# \0\nabiu-xạ🙂", "&lt;", *(f"<{tag}>" for tag in sorted(TAGS))]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_source_is_parsed_or_refused(source: str) -> None:
    with suppress(Refused):
        text, entities = parse_html(source)
        assert all(entity["offset"] + entity["length"] <= utf16_length(text) for entity in entities)
