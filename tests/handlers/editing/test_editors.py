import pytest

from knowledge.store.editors import appoint
from tests.handlers.offline import BOT, OWNER, chat_of, person

EDITOR, STRANGER, GROUP = 21, 31, -100200


async def by_owner(bot, text, **more):
    return await bot.says(text, chat=more.pop("chat", OWNER), who=OWNER, **more)


@pytest.fixture
async def editor(bot):
    """Somebody who has been appointed."""
    await by_owner(bot, f"/bientap {EDITOR} Hoa")
    return EDITOR


def message_from(number, **more):
    """A message that is replied to."""
    return {
        "message_id": 5,
        "date": 1,
        "chat": chat_of(GROUP),
        "from": person(number),
        "text": "Chào",
        **more,
    }


async def test_an_owner_appoints_by_number_and_name_and_the_one_appointed_hears_of_it(bot):
    welcome, told = await by_owner(bot, f"/bientap {EDITOR} Hoa Mai")
    assert int(welcome.params["chat_id"]) == EDITOR
    assert "biên tập viên" in welcome.text
    assert told.text == f"Đã mời Hoa Mai ({EDITOR}) làm biên tập viên."
    [again] = await by_owner(bot, f"/editors {EDITOR} Hoa Mai")
    assert "là biên tập viên rồi" in again.text


async def test_an_owner_goes_by_their_name_from_their_first_command_on(bot):
    [shown] = await by_owner(bot, "/bientap")
    assert f"• An ({OWNER}): chủ bot" in shown.text


async def test_the_list_says_who_since_when_and_by_whom(bot, editor):
    await by_owner(bot, "/huy")
    [shown] = await by_owner(bot, "/bientap")
    assert f"Hoa ({EDITOR}): từ 04/03/2025, do An giao" in shown.text
    assert shown.labels == ["Thôi: Hoa"]
    [seen] = await bot.says("/bientap", chat=editor, who=editor)
    assert f"Hoa ({EDITOR})" in seen.text
    assert seen.labels == []


@pytest.mark.parametrize(
    "replied",
    [
        message_from(EDITOR),
        message_from(OWNER, forward_origin={"type": "user", "date": 1, "sender_user": person(EDITOR)}),
        message_from(OWNER, contact={"phone_number": "1", "first_name": "Hoa", "user_id": EDITOR}),
    ],
)
async def test_an_owner_appoints_by_replying_to_a_message_a_forward_or_a_contact(bot, replied):
    *_welcome, told = await by_owner(bot, "/bientap", reply_to_message=replied)
    assert "Đã mời" in told.text
    [allowed] = await bot.says("/huy", chat=EDITOR, who=EDITOR)
    assert "không làm dở" in allowed.text


async def test_a_contact_that_an_owner_shares_is_appointed_with_one_press(bot):
    contact = {"phone_number": "1", "first_name": "Hoa", "user_id": EDITOR}
    [asked] = await by_owner(bot, "", contact=contact)
    assert asked.text == f"Mời Hoa ({EDITOR}) làm biên tập viên?"
    shared = message_from(OWNER, contact=contact)
    *_welcome, shown, _answered = await bot.presses(asked.data("Mời Hoa"), asked, who=OWNER, replied=shared)
    assert f"Hoa ({EDITOR}): từ 04/03/2025" in shown.text
    [kind] = await bot.says("", chat=STRANGER, who=STRANGER, contact=contact)
    assert "chỉ đọc được chữ" in kind.text


async def test_in_a_group_an_owner_may_appoint_by_a_reply_and_nothing_else(bot):
    *_welcome, told = await by_owner(bot, "/bientap", chat=GROUP, reply_to_message=message_from(EDITOR))
    assert "Đã mời" in told.text
    [kind] = await by_owner(bot, "/bientap", chat=GROUP)
    assert f"trò chuyện riêng. Bạn mở @{BOT['username']}" in kind.text
    [kind] = await bot.says("/huy", chat=GROUP, who=EDITOR)
    assert "trò chuyện riêng" in kind.text


@pytest.mark.parametrize(
    ("replied", "said"),
    [
        (message_from(OWNER, forward_origin={"type": "hidden_user", "date": 1, "sender_user_name": "Ẩn"}), "ẩn tài khoản"),
        (message_from(OWNER, contact={"phone_number": "1", "first_name": "Hoa"}), "không gắn với tài khoản"),
        ({**message_from(5), "from": {**person(5), "is_bot": True}}, "là bot"),
        (message_from(OWNER), "vốn đã có quyền"),
    ],
)  # fmt: skip
async def test_whoever_cannot_be_appointed_is_said_to_be_so(bot, replied, said):
    [told] = await by_owner(bot, "/bientap", reply_to_message=replied)
    assert said in told.text


async def test_what_is_no_number_of_a_person_is_named(bot):
    [told] = await by_owner(bot, "/bientap Hoa")
    assert "“Hoa” không phải mã số" in told.text


async def test_who_has_not_opened_the_bot_is_appointed_all_the_same_and_the_owner_is_told(bot):
    bot.request.refusals.append(
        ("sendMessage", 403, "Forbidden: bot can't initiate conversation with a user")
    )
    *_refused, told = await by_owner(bot, f"/bientap {EDITOR} Hoa")
    assert "Đã mời" in told.text
    assert "bấm Bắt đầu" in told.text


async def test_somebody_without_a_name_is_told_by_their_number_once(bot):
    said = [(await by_owner(bot, f"/bientap {EDITOR}"))[-1].text for _ in range(2)]
    listed = (await by_owner(bot, "/bientap"))[-1].text
    assert [text.count(str(EDITOR)) for text in (*said, listed)] == [1, 1, 1]


@pytest.mark.parametrize("command", ["/bientap", "/huy", "/editors 31 Tôi", "/cancel"])
async def test_a_stranger_is_refused_every_command_and_no_draft_of_theirs_is_begun(bot, command):
    [told] = await bot.says(command, chat=STRANGER, who=STRANGER)
    assert "chỉ dành cho biên tập viên" in told.text


async def test_an_editor_who_is_no_owner_appoints_nobody(bot, editor):
    [told] = await bot.says(f"/bientap {STRANGER} Kẻ lạ", chat=editor, who=editor)
    assert "chỉ dành cho chủ bot" in told.text
    [refused] = await bot.says("/huy", chat=STRANGER, who=STRANGER)
    assert "chỉ dành cho biên tập viên" in refused.text


async def test_removing_asks_again_and_takes_effect_with_the_next_command(bot, editor):
    [shown] = await by_owner(bot, "/bientap")
    [sure, _answered] = await bot.presses(shown.data("Thôi: Hoa"), shown, who=OWNER)
    assert "Để Hoa (21) thôi làm" in sure.text
    [back, _answered] = await bot.presses(sure.data("Quay lại"), sure, who=OWNER)
    assert back.labels == ["Thôi: Hoa"]
    gone, answered = await bot.presses(sure.data("Đúng"), sure, who=OWNER)
    assert "Chưa có biên tập viên" in gone.text
    assert "Đã cho Hoa thôi" in answered.text
    [refused] = await bot.says("/huy", chat=editor, who=editor)
    assert "chỉ dành cho biên tập viên" in refused.text


async def test_a_button_to_remove_does_nothing_in_other_hands(bot, editor):
    [shown] = await by_owner(bot, "/bientap")
    for who, said in ((STRANGER, "biên tập viên"), (editor, "chủ bot")):
        forwarded = type(shown)(shown.method, shown.params, {**shown.result, "chat": chat_of(who)})
        [answered] = await bot.presses("1C:R:l", forwarded, who=who)
        assert said in answered.text
    [shown] = await by_owner(bot, "/bientap")
    assert shown.labels == ["Thôi: Hoa"]


async def test_many_editors_are_listed_page_by_page_and_each_can_be_removed(bot):
    for number in range(120):
        await bot.desk.worker.run(
            lambda store, number=number: appoint(
                store, 1000 + number, f"Người {number}", by=OWNER, now=bot.desk.clock()
            )
        )
    [shown] = await by_owner(bot, "/bientap")
    assert "120 người được mời:" in shown.text
    assert shown.labels == [*(f"Thôi: Người {number}" for number in range(8)), "Sau ›", "15 »"]
    [last, _answered] = await bot.presses(shown.data("15 »"), shown, who=OWNER)
    assert "• Người 119 (1119): từ" in last.text
    [sure, _answered] = await bot.presses(last.data("Thôi: Người 119"), last, who=OWNER)
    [back, _answered] = await bot.presses(sure.data("Quay lại"), sure, who=OWNER)
    assert back.text == last.text
    gone, _answered = await bot.presses(sure.data("Đúng"), sure, who=OWNER)
    assert "119 người được mời:" in gone.text
    [seen] = await bot.says("/bientap", chat=1000, who=1000)
    assert seen.labels == ["Sau ›", "15 »"]
    [turned, _answered] = await bot.presses(seen.data("Sau"), seen, who=1000)
    assert "• Người 8 (1008)" in turned.text


# ── menus ───────────────────────────────────────────────────────────────────────────────


def menus(bot):
    return [call for call in bot.request.calls if "MyCommands" in call.method]


async def test_an_editor_has_their_menu_once_they_have_written_and_loses_it_with_their_rights(bot, editor):
    assert len(menus(bot)) == 1
    await bot.says("Đăng Vân có bao nhiêu cầu treo?", chat=editor, who=editor)
    await bot.says("/trogiup", chat=editor, who=editor)
    *_owners, given = menus(bot)
    assert (given.method, '"chat_id": 21' in given.params["scope"]) == ("setMyCommands", True)
    assert '"bientap"' in given.params["commands"]
    assert '"hoi"' in given.params["commands"]
    [shown] = await by_owner(bot, "/bientap")
    await bot.presses("1C:R:l", shown, who=OWNER)
    await bot.says("Chào", chat=editor, who=editor)
    assert menus(bot)[-1].method == "deleteMyCommands"
    await bot.says("Chào", chat=editor, who=editor)
    assert len(menus(bot)) == 3
