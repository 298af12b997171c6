"""The commands as data: what the menus, the help text and the README's table are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from telegram import BotCommand

Scope = Literal["private", "group", "editor"]


@dataclass(frozen=True, slots=True)
class Command:
    """A command, its English alias if it has one, and where menus offer it."""

    name: str
    alias: str | None
    description: str
    scopes: tuple[Scope, ...] = ("private", "group")

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it goes by."""
        return (self.name, self.alias) if self.alias else (self.name,)


START = Command("start", None, "Bắt đầu trò chuyện", ())
ASK = Command("hoi", "ask", "Hỏi một câu")
HELP = Command("trogiup", "help", "Mình làm được gì, kèm câu hỏi mẫu")
TOPICS = Command("chude", "topics", "Xem theo chủ đề, theo nơi")
SOURCES = Command("nguon", "sources", "Xem các bài báo và dữ kiện trong từng bài")
FOLLOW = Command("theodoi", "subscribe", "Theo dõi một nơi, một chủ đề: có tin mới là mình báo")
STOP_FOLLOWING = Command("huytheodoi", "unsubscribe", "Thôi theo dõi")
SETTINGS = Command("caidat", "settings", "Cài đặt: báo ngay, mỗi ngày hay mỗi tuần, giờ yên lặng")
PRIVACY = Command("riengtu", "privacy", "Mình lưu những gì về bạn", ("private",))
FORGET = Command("xoadulieu", "forgetme", "Xóa mọi thứ mình lưu về bạn", ("private",))

_EDITOR: tuple[Scope, ...] = ("editor",)
ADD_FACT = Command("themfact", "addfact", "Thêm dữ kiện: một dòng hoặc từng bước", _EDITOR)
CHANGE_FACT = Command(
    "suafact", "editfact", "Sửa dữ kiện: theo mã, câu hỏi, hoặc trả lời câu trả lời", _EDITOR
)
REMOVE_FACT = Command("xoafact", "delfact", "Bỏ dữ kiện, có xác nhận; hoàn tác được", _EDITOR)
ADD_ARTICLE = Command("thembai", "addarticle", "Thêm bài báo, duyệt các dữ kiện bot đề xuất", _EDITOR)
CANCEL = Command("huy", "cancel", "Thôi việc đang làm dở", _EDITOR)
EDITORS = Command("bientap", "editors", "Ai biên tập; chủ bot mời thêm, cho thôi", _EDITOR)
UNANSWERED = Command("chuatraloi", "unanswered", "Bạn đọc hỏi gì mà chưa trả lời được", _EDITOR)
ADD_NAME = Command("themten", "addname", "Thêm hoặc sửa tên một nơi, người, cơ quan, văn bản", _EDITOR)
ADD_TOPIC = Command("themchude", "addtopic", "Thêm hoặc sửa chủ đề: cách gọi, câu hỏi mẫu", _EDITOR)
STATISTICS = Command("thongke", "stats", "Bạn đọc hỏi gì, trả lời được bao nhiêu", _EDITOR)
EXPORT = Command("xuat", "export", "Lấy mọi dữ kiện về: gói YAML và bảng tính", _EDITOR)
IMPORT = Command("nhap", "import", "Nạp gói YAML: xem trước mọi thay đổi rồi mới lưu", _EDITOR)
HISTORY = Command("nhatky", "audit", "Ai đã sửa gì, lúc nào, vì sao", _EDITOR)
UNDO = Command("hoantac", "undo", "Hoàn tác lần sửa cuối của bạn, hoặc một bước trong nhật ký", _EDITOR)

COMMANDS = (START, ASK, HELP, TOPICS, SOURCES, FOLLOW, STOP_FOLLOWING, SETTINGS, PRIVACY, FORGET)
"""For everybody."""
EDITING = (
    ADD_FACT,
    CHANGE_FACT,
    REMOVE_FACT,
    ADD_ARTICLE,
    CANCEL,
    EDITORS,
    UNANSWERED,
    ADD_NAME,
    ADD_TOPIC,
    STATISTICS,
    EXPORT,
    IMPORT,
    HISTORY,
    UNDO,
)
"""For editors, in their own chats with the bot."""


def offered(scope: Scope) -> list[Command]:
    """The commands for a kind of chat; an editor's has those of any private chat as well."""
    shown = {scope, "private"} if scope == "editor" else {scope}
    return [one for one in (*EDITING, *COMMANDS) if shown & {*one.scopes}]


def menu(scope: Scope) -> list[BotCommand]:
    """The commands to register for a kind of chat."""
    return [BotCommand(one.name, one.description) for one in offered(scope)]
