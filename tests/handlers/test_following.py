import pytest

from knowledge.store.following import Follow
from tests.handlers.offline import BOT, chat_of, conversation
from tests.stores import rows

QUESTION = "Đăng Vân có bao nhiêu cầu treo?"
GROUP = -100200
ADMIN, MEMBER = 11, 12


def followed(store):
    return rows(store, "SELECT chat, thread, name, topic FROM follow ORDER BY name, topic")


@pytest.fixture
def group(bot):
    """A group that one of two people runs."""
    bot.request.statuses |= {(GROUP, ADMIN): "administrator", (GROUP, MEMBER): "member"}
    return GROUP


def said(calls):
    """The message among calls, with nothing but questions of who is who before it."""
    *before, last = calls
    assert {call.method for call in before} <= {"getChatMember", "getChatAdministrators"}
    return last


# ── by words ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("command", ["/theodoi", "/subscribe"])
@pytest.mark.parametrize(
    ("words", "name", "topic"),
    [
        ("Đăng Vân", "dang-van", ""),
        ("dang van", "dang-van", ""),
        ("Ddawng Vaan", "dang-van", ""),
        ("huyện Đănng Vân", "dang-van", ""),
        ("cầu treo", "", "cau-treo"),
        ("cau treoo", "", "cau-treo"),
        ("Đăng Vân cầu treo", "dang-van", "cau-treo"),
        ("cau treo o dang van", "dang-van", "cau-treo"),
        ("xã Suối Rằm, huyện Đăng Vân", "suoi-ram", ""),
        (QUESTION, "dang-van", "cau-treo"),
        ("tất cả", "", ""),
        ("TAT CA", "", ""),
    ],
)
async def test_what_the_words_speak_of_is_followed(bot, command, words, name, topic):
    [told] = await bot.says(f"{command} {words}", number=5)
    assert bot.desk.follows(11) == [Follow(name, topic)]
    assert told.text.startswith("<b>Đã theo dõi ")
    assert "báo ngay khi có" in told.text
    assert told.reply_to == 5


async def test_several_names_are_all_followed_and_named(bot, store):
    [told] = await bot.says("/theodoi Đăng Vân, Suối Rằm")
    assert "Đã theo dõi Đăng Vân; Suối Rằm." in told.text
    assert [row[2:] for row in followed(store)] == [("dang-van", ""), ("suoi-ram", "")]


async def test_what_is_followed_already_is_said_to_be(bot, store):
    await bot.says("/theodoi Đăng Vân")
    [told] = await bot.says("/theodoi dang van")
    assert "Đã theo dõi Đăng Vân từ trước" in told.text
    assert len(followed(store)) == 1


@pytest.mark.parametrize(
    ("words", "explained", "offered"),
    [
        ("Hạ Long", "chưa có dữ liệu về Hạ Long", "Tất cả"),
        ("Hạ Long cầu treo", "chưa có dữ liệu về Hạ Long", "Cầu treo"),
        ("Đăng Vân kỷ luật", "chưa có mục nào về “kỷ luật”", "Đăng Vân"),
        ("thời tiết", "chưa có mục nào về “thời tiết”", "Tất cả"),
        ("Đngg Vnn", "chưa có mục nào về “Đngg", "Đăng Vân"),
        ("cầu treo và đèn lồng", "muốn theo dõi mục nào", "Đèn lồng bán ra"),
        ("???", "chưa có mục nào về “???”", "Tất cả"),
    ],
)
async def test_nothing_is_followed_by_guessing_but_there_are_buttons(bot, store, words, explained, offered):
    [told] = await bot.says(f"/theodoi {words}")
    assert explained in told.text
    assert followed(store) == []
    await bot.presses(told.data(offered), told)
    assert len(followed(store)) == 1


async def test_what_is_no_longer_wanted_is_stopped_by_words_with_its_narrower_parts(bot, store):
    for words in ("Đăng Vân", "Đăng Vân cầu treo", "cầu treo", "Suối Rằm"):
        await bot.says(f"/theodoi {words}")
    [told] = await bot.says("/huytheodoi dang van")
    assert "Đã thôi theo dõi Đăng Vân; Đăng Vân · Cầu treo." in told.text
    assert [row[2:] for row in followed(store)] == [("", "cau-treo"), ("suoi-ram", "")]
    [told] = await bot.says("/unsubscribe cau treo")
    assert "Đã thôi theo dõi Cầu treo." in told.text
    [told] = await bot.says("/huytheodoi Cầu treo")
    assert "không theo dõi Cầu treo" in told.text
    assert [row[2:] for row in followed(store)] == [("suoi-ram", "")]


@pytest.mark.parametrize("words", ["Đăng Vân kỷ luật", "Hạ Long", "gì đó"])
async def test_nothing_is_stopped_by_guessing(bot, store, words):
    await bot.says("/theodoi Đăng Vân")
    [told] = await bot.says(f"/huytheodoi {words}")
    assert "không theo dõi" in told.text
    assert "✓ Đăng Vân" in told.labels
    assert len(followed(store)) == 1


async def test_everything_is_stopped_by_words(bot, store):
    for words in ("Đăng Vân", "tất cả"):
        await bot.says(f"/theodoi {words}")
    [told] = await bot.says("/huytheodoi tat ca")
    assert "Đã thôi theo dõi tất cả" in told.text
    assert followed(store) == []


# ── by buttons ──────────────────────────────────────────────────────────────────────────


async def test_the_bare_command_offers_everything_names_and_topics_and_marks_what_is_followed(bot, store):
    [page] = await bot.says("/theodoi")
    assert {"Tất cả", "Đăng Vân", "Suối Rằm", "Cầu treo", "Mùa hội"} <= set(page.labels)
    marked, notice = await bot.presses(page.data("Suối Rằm"), page)
    assert (notice.text, marked.method) == ("Đã theo dõi Suối Rằm.", "editMessageReplyMarkup")
    marked, notice = await bot.presses(marked.data("Tất cả"), marked)
    assert {"✓ Suối Rằm", "✓ Tất cả", "Đăng Vân"} <= set(marked.labels)
    assert [row[2:] for row in followed(store)] == [("", ""), ("suoi-ram", "")]
    marked, notice = await bot.presses(marked.data("Suối Rằm"), marked)
    assert notice.text == "Đã thôi theo dõi Suối Rằm."
    assert {"Suối Rằm", "✓ Tất cả"} <= set(marked.labels)
    [page] = await bot.says("/theodoi")
    assert "✓ Tất cả" in page.labels


async def test_a_single_topic_of_a_place_can_be_chosen_by_buttons(bot, store):
    [page] = await bot.says("/theodoi Suối Rằm")
    topics, _notice = await bot.presses(page.data("Từng chủ đề"), page)
    assert topics.method == "editMessageText"
    assert {"Suối Rằm · Cầu treo", "Suối Rằm · Mùa hội"} <= set(topics.labels)
    _marked, notice = await bot.presses(topics.data("Mùa hội"), topics)
    assert notice.text == "Đã theo dõi Suối Rằm · Mùa hội."
    assert [row[2:] for row in followed(store)] == [("suoi-ram", ""), ("suoi-ram", "mua-hoi")]
    back, _notice = await bot.presses(topics.data("Quay lại"), topics)
    assert "✓ Suối Rằm" in back.labels


async def test_the_bare_stop_lists_what_is_followed_and_stops_one_or_all(bot, store, clock):
    for words in ("Đăng Vân", "cầu treo", "Suối Rằm"):
        await bot.says(f"/theodoi {words}")
        clock.moves(minutes=1)
    [page] = await bot.says("/huytheodoi")
    assert page.labels == ["✓ Đăng Vân", "✓ Cầu treo", "✓ Suối Rằm", "Tất cả"]
    marked, notice = await bot.presses(page.data("Cầu treo"), page)
    assert (notice.text, marked.labels[1]) == ("Đã thôi theo dõi Cầu treo.", "Cầu treo")
    assert [row[2] for row in followed(store)] == ["dang-van", "suoi-ram"]
    done, notice = await bot.presses(page.data("Tất cả"), page)
    assert "Đã thôi theo dõi tất cả" in done.text
    assert followed(store) == []
    [page] = await bot.says("/huytheodoi")
    assert "chưa theo dõi mục nào" in page.text
    choose, _notice = await bot.presses(page.data("Chọn mục"), page)
    assert "Đăng Vân" in choose.labels


async def test_the_button_under_an_answer_follows_what_was_asked_and_stops_again(bot, store):
    [answer] = await bot.says(QUESTION)
    marked, notice = await bot.presses(answer.data("Theo dõi"), answer)
    assert notice.text == "Đã theo dõi Đăng Vân · Cầu treo."
    assert marked.labels == ["Nguồn", "Đúng", "Sai", "✓ Theo dõi Đăng Vân · Cầu treo"]
    assert followed(store) == [(11, 0, "dang-van", "cau-treo")]
    [again] = await bot.says(QUESTION)
    assert "✓ Theo dõi Đăng Vân · Cầu treo" in again.labels
    _marked, notice = await bot.presses(again.data("Theo dõi"), again)
    assert notice.text == "Đã thôi theo dõi Đăng Vân · Cầu treo."
    assert followed(store) == []


@pytest.mark.parametrize(
    ("question", "offered"),
    [
        ("Đăng Vân có bao nhiêu cầu treo làm mới?", ["Theo dõi Đăng Vân · Cầu treo"]),
        ("Hạ Long có bao nhiêu cầu treo?", ["Theo dõi Cầu treo"]),
        ("Đăng Vân có bao nhiêu con voi?", ["Theo dõi Đăng Vân"]),
        ("Nghệ nhân làm đèn ở huyện Đăng Vân là ai?", ["Theo dõi Đăng Vân · Nghệ nhân làm đèn"]),
        (
            "Đăng Vân và Suối Rằm có bao nhiêu cầu treo?",
            ["Theo dõi Đăng Vân · Cầu treo", "Theo dõi Suối Rằm · Cầu treo"],
        ),
        ("Có bao nhiêu cầu treo?", []),
        ("Thời tiết hôm nay ra sao?", []),
        ("xin chào", []),
    ],
)
async def test_the_button_says_what_it_follows_where_anything_of_it_is_known(bot, question, offered):
    [answer] = await bot.says(question)
    assert [label for label in answer.labels if "Theo dõi" in label] == offered


async def test_buttons_work_after_a_restart_and_when_the_question_is_forgotten(bot, store, open_desk):
    [answer] = await bot.says(QUESTION)
    await bot.desk.forget(11)
    restarted = await conversation(open_desk())
    _marked, notice = await restarted.presses(answer.data("Theo dõi"), answer)
    assert "Đã theo dõi" in notice.text
    assert len(followed(store)) == 1


@pytest.mark.parametrize(
    "data",
    [
        "1f",
        "1f:a",
        "1f:AAAAAAAAAAAA:",
        "1g",
        "1g:z::0",
        "1g:o:AAAAAAAAAAAA:0",
        "1g:o::0",
        "1g:n::!",
        "1c:p:9",
        "1c:f:1",
        "1c:h:o",
    ],
)
async def test_a_button_that_leads_nowhere_is_only_noticed(bot, store, data):
    [page] = await bot.says("/theodoi")
    [notice] = await bot.presses(data, page)
    assert (notice.method, bool(notice.text)) == ("answerCallbackQuery", True)
    assert followed(store) == []


async def test_what_is_followed_can_be_stopped_when_its_name_is_known_no_more(bot, store):
    await bot.says("/theodoi Đăng Vân")
    [page] = await bot.says("/huytheodoi")
    with_follows = rows(store, "SELECT chat, thread, name, topic, person, at FROM follow")
    await bot.desk.worker.run(
        lambda connection: [
            connection.execute(f"DELETE FROM {table}")  # noqa: S608
            for table in ("mention", "fact", "spelling", "name")
        ]
    )
    await bot.desk.worker.run(
        lambda connection: connection.execute("UPDATE revision SET number = number + 1, names = names + 1")
    )
    assert rows(store, "SELECT chat, thread, name, topic, person, at FROM follow") == with_follows
    [anew] = await bot.says("/huytheodoi")
    assert anew.labels[0] == "✓ dang-van"
    _marked, notice = await bot.presses(page.data("Đăng Vân"), page)
    assert "Đã thôi theo dõi" in notice.text
    assert followed(store) == []


# ── groups ──────────────────────────────────────────────────────────────────────────────


async def test_a_group_follows_what_its_administrator_says_and_nobody_else(bot, store, group):
    refused = said(await bot.says("/theodoi Đăng Vân", chat=group, who=MEMBER))
    assert "chỉ quản trị viên" in refused.text
    told = said(await bot.says("/theodoi Đăng Vân", chat=group, who=ADMIN))
    assert "Đã theo dõi Đăng Vân." in told.text
    refused = said(await bot.says("/huytheodoi Đăng Vân", chat=group, who=MEMBER))
    assert "chỉ quản trị viên" in refused.text
    assert followed(store) == [(group, 0, "dang-van", "")]


@pytest.mark.parametrize("label", ["Suối Rằm", "Tất cả"])
async def test_a_member_who_presses_gets_a_notice_and_an_administrator_the_effect(bot, store, group, label):
    page = said(await bot.says("/theodoi", chat=group, who=ADMIN))
    notice = said(await bot.presses(page.data(label), page, who=MEMBER))
    assert "chỉ quản trị viên" in notice.text
    assert followed(store) == []
    notice = (await bot.presses(page.data(label), page, who=ADMIN))[-1]
    assert "Đã theo dõi" in notice.text
    stop = said(await bot.says("/huytheodoi", chat=group, who=ADMIN))
    notice = said(await bot.presses(stop.rows[-1][0]["callback_data"], stop, who=MEMBER))
    assert "chỉ quản trị viên" in notice.text
    assert len(followed(store)) == 1


async def test_whoever_is_no_longer_an_administrator_may_change_nothing(bot, store, group):
    page = said(await bot.says("/theodoi", chat=group, who=ADMIN))
    bot.request.statuses[group, ADMIN] = "member"
    notice = said(await bot.presses(page.data("Suối Rằm"), page, who=ADMIN))
    assert "chỉ quản trị viên" in notice.text
    assert followed(store) == []


async def test_the_owner_and_an_anonymous_administrator_may_change_it_too(bot, store, group):
    bot.request.statuses[group, 13] = "creator"
    await bot.says("/theodoi Đăng Vân", chat=group, who=13)
    [told] = await bot.says("/theodoi Suối Rằm", chat=group, who=1087968824, sender_chat=chat_of(group))
    assert "Đã theo dõi Suối Rằm." in told.text
    assert len(followed(store)) == 2


async def test_a_group_that_hides_its_members_is_asked_who_runs_it(bot, group):
    for who in (MEMBER, ADMIN):
        bot.request.refusals.append(("getChatMember", 400, "Bad Request: member list is inaccessible"))
        bot.request.statuses.pop((group, MEMBER), None)
        last = said(await bot.says("/theodoi Đăng Vân", chat=group, who=who))
        assert ("Đã theo dõi" in last.text) is (who == ADMIN)


async def test_a_topic_of_a_forum_follows_for_itself(bot, store, group):
    topic = {"message_thread_id": 42, "is_topic_message": True}
    told = said(await bot.says("/theodoi Đăng Vân", chat=group, who=ADMIN, **topic))
    assert told.params["message_thread_id"] == "42"
    assert followed(store) == [(group, 42, "dang-van", "")]


async def test_a_command_for_this_bot_by_name_is_understood(bot, store):
    await bot.says(f"/theodoi@{BOT['username']} Đăng Vân")
    assert len(followed(store)) == 1
