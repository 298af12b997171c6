"""A strict local stand-in for Telegram: a Bot API server over HTTP, people to talk to the bot, a chat page.

Tests talk to the real bot through it, and so does `hoidap demo`:

    async with Sandbox() as sandbox:
        # start the bot with HOIDAP_API_BASE=sandbox.api_base and HOIDAP_TOKEN=sandbox.token
        an, binh = sandbox.person("An"), sandbox.person("Bình")
        asked = an.says("Xã Đăng Vân có bao nhiêu hộ nghèo?")
        answer = await an.hears(after=asked)
        assert answer.reply_to.id == asked.id and "Nguồn" in answer.buttons
        notice = await an.presses(answer, "Đúng")           # waits for answerCallbackQuery
        an.edits(asked, "Còn Suối Rám?")
        changed = await sandbox.edited(answer)              # the first edit since `answer` was handed out
        group = sandbox.group("Tổ dân phố 3", members=[an, binh], admins=[an])
        binh.says("/hoi Xã Đăng Vân có bao nhiêu hộ nghèo?", to=group)
        offered = await an.inline("Đăng Vân", to=group)
        an.posts(offered[0], to=group)
        sandbox.fault("sendMessage", times=2, error=429, retry_after=1)
        sandbox.fault("sendMessage", kind="hang", effect=True)   # delivered, and the answer lost
        await sandbox.until(lambda: len(sandbox.sent(an)) >= 3, what="three messages to An")

Nothing in it sleeps: every wait ends with the change it waits for, or with a TimeoutError
that tells what the bot did instead.
"""

from bot.sandbox.faults import FaultKind
from bot.sandbox.limits import NO_LIMITS, Limits, Rate
from bot.sandbox.people import Group, InlineResult, InlineResults, Notice, Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.telegram import Call
from bot.sandbox.world import Message

__all__ = [
    "NO_LIMITS",
    "Call",
    "FaultKind",
    "Group",
    "InlineResult",
    "InlineResults",
    "Limits",
    "Message",
    "Notice",
    "Person",
    "Rate",
    "Sandbox",
]
