"""Who may change what a chat follows and how it is told: in a group only those who run it."""

from __future__ import annotations

from telegram import Bot, ChatMember
from telegram.error import BadRequest

from handlers.desk import Seat

_RUNNING = (ChatMember.OWNER, ChatMember.ADMINISTRATOR)


async def may_change(bot: Bot, seat: Seat) -> bool:
    """Whether somebody may change what holds for the whole chat; a group is asked what they are in it now."""
    if (
        seat.chat_kind == "private" or seat.person == seat.chat
    ):  # an anonymous administrator speaks as the group
        return True
    try:
        member = await bot.get_chat_member(seat.chat, seat.person)
    except BadRequest:  # a group may hide its members, though never its administrators
        running = await bot.get_chat_administrators(seat.chat)
        return seat.person in {member.user.id for member in running}
    return member.status in _RUNNING
