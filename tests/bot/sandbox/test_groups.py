"""What the bot sees of a group, and what people may do there."""

import pytest
from telegram import Bot

from bot.sandbox import Sandbox


def seen(sandbox: Sandbox) -> list[str]:
    return [update.body["message"]["text"] for update in sandbox.pending if "message" in update.body]


async def test_with_privacy_mode_the_bot_sees_only_what_is_meant_for_it(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    group = sandbox.group("Tổ 3", [an])
    await bot.send_message(group.id, "Chào")
    [greeting] = sandbox.sent(group)
    for text in ("chuyện phiếm", "/hoi x", "/hoi@HoiDapBot x", "/hoi@otherbot x", "@hoidapbot x", "nhờ /hoi"):
        an.says(text, to=group)
    an.says("trả lời", to=group, reply_to=greeting)
    assert seen(sandbox) == ["/hoi x", "/hoi@HoiDapBot x", "@hoidapbot x", "trả lời"]


async def test_without_privacy_mode_it_sees_everything(sandbox: Sandbox) -> None:
    an = sandbox.person("An")
    an.says("chuyện phiếm", to=sandbox.group("Tổ 3", [an], privacy=False))
    assert seen(sandbox) == ["chuyện phiếm"]


async def test_a_bot_thrown_out_sees_nothing(sandbox: Sandbox) -> None:
    an = sandbox.person("An")
    group = sandbox.group("Tổ 3", [an])
    group.removes_bot()
    an.says("/hoi x", to=group)
    assert seen(sandbox) == []
    group.adds_bot()
    an.says("/hoi y", to=group)
    assert seen(sandbox) == ["/hoi y"]


async def test_nobody_writes_where_they_are_not(sandbox: Sandbox) -> None:
    an, binh = sandbox.person("An"), sandbox.person("Bình")
    group = sandbox.group("Tổ 3", [an])
    with pytest.raises(ValueError, match="Bình is not in Tổ 3"):
        binh.says("x", to=group)
    binh.joins(group)
    assert binh.says("x", to=group).chat.id == group.id


async def test_nobody_edits_what_others_said(sandbox: Sandbox) -> None:
    an, binh = sandbox.person("An"), sandbox.person("Bình")
    said = an.says("x", to=sandbox.group("Tổ 3", [an, binh]))
    with pytest.raises(ValueError, match="only one's own messages"):
        binh.edits(said, "y")


async def test_a_link_to_the_bot_starts_it_with_its_parameter(sandbox: Sandbox) -> None:
    an = sandbox.person("An")
    followed = an.follows("https://t.me/HoiDapBot?start=q_1")
    assert followed is not None
    assert (followed.text, followed.entities) == (
        "/start q_1",
        [{"type": "bot_command", "offset": 0, "length": 6}],
    )
    assert an.follows("https://bao.vn/?start=q") is None


@pytest.mark.parametrize("parameter", ["có dấu", "x" * 65, "a b"])
async def test_a_start_parameter_that_telegram_would_not_pass_on_fails(
    sandbox: Sandbox, parameter: str
) -> None:
    with pytest.raises(ValueError, match="is no start parameter"):
        sandbox.person("An").starts(parameter)


async def test_a_button_that_is_not_there_is_named_with_those_that_are(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    await bot.send_message(an.id, "x")
    with pytest.raises(AssertionError, match="no button with 'Nguồn' under 'x', only"):
        await an.presses(sandbox.sent(an)[0], "Nguồn")
