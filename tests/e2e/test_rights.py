"""Whatever editors can do, nobody else can: every command and every button, at the moment of use."""

import json

import pytest

from handlers.commands import EDITING
from handlers.keyboards import Action
from handlers.links import key
from tests.e2e.editing import BRIDGES, started
from tests.stores import contents, rows

COMMANDS = [name for command in EDITING for name in command.names]
A_KEY = key("x")
FORGED = {
    Action.DRAFT: "1A:1:0:save:",
    Action.REPLACE_DRAFT: "1B:1:1",
    Action.EDITOR: "1C:R:1",
    Action.FACT: "1D:a:0",
    Action.EDITORS: "1E:0",
    Action.HISTORY: "1U:0",
    Action.UNDO: "1V:1",
    Action.UNDO_SURELY: "1W:1:1",
    Action.UNANSWERED: "1J:0:0:0",
    Action.IN_VAIN: f"1K:{A_KEY}",
    Action.SET_ASIDE: f"1L:{A_KEY}:1",
    Action.TEACH: f"1M:{A_KEY}",
    Action.ADD_FOR: f"1N:{A_KEY}",
}
REFUSED = "chỉ dành cho biên tập viên"


def touched(bot):
    """All that editing leaves in the store, but for what editors are called."""
    queries = (
        "SELECT * FROM step", "SELECT * FROM draft", "SELECT * FROM set_aside", "SELECT * FROM proposal",
        "SELECT person FROM editor WHERE appointed_by IS NOT NULL AND removed IS NULL",
    )  # fmt: skip
    return contents(bot.store), [rows(bot.store, query) for query in queries]


async def assert_powerless(bot, person):
    """Every command and every button is refused, nothing is changed, and the log tells of each button."""
    before = touched(bot)
    for name in COMMANDS:
        assert REFUSED in (await person.hears(after=person.says(f"/{name} 1 x"))).text, name
    page = await person.hears(after=person.says(BRIDGES))
    for action, data in FORGED.items():
        notice = await person.waits(person.press(page, data), action)
        assert REFUSED in notice.text, action
    assert touched(bot) == before
    told = [json.loads(line) for line in bot.logged.splitlines() if "a button refused" in line]
    assert [one["action"] for one in told if one["person"] == person.id] == [one.name for one in FORGED]


@pytest.fixture
async def owner(bot, an):
    """The bot is running."""
    return await started(bot, an)


def test_every_button_of_editors_is_among_the_forged_ones():
    assert set(FORGED) == {action for action in Action if action.isupper()}


@pytest.mark.usefixtures("owner")
async def test_a_stranger_can_do_nothing_that_editors_can(bot, binh):
    await assert_powerless(bot, binh)


async def test_who_is_an_editor_no_more_can_do_nothing_that_editors_can(sandbox, bot, owner, binh):
    await binh.hears(after=binh.starts())
    await owner.hears(after=owner.says(f"/bientap {binh.id} Bình"))
    assert "Không" not in (await binh.hears(after=binh.says("/nhatky"))).text
    listed = await owner.hears(after=owner.says("/bientap"))
    await owner.presses(listed, "Thôi: Bình")
    sure = await sandbox.edited(listed)
    await owner.presses(sure, "Đúng")
    await sandbox.edited(sure)
    await assert_powerless(bot, binh)
