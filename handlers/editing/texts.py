"""Every text that an editor sees, beyond what readers see (`handlers.texts`)."""

from __future__ import annotations

# ── who may ─────────────────────────────────────────────────────────────────────────────

EDITORS_ONLY = "Việc này chỉ dành cho biên tập viên."
OWNERS_ONLY = "Việc này chỉ dành cho chủ bot."
NOT_IN_GROUPS = (
    "Việc biên tập mình chỉ làm trong trò chuyện riêng. Bạn mở @{username} rồi gửi lại lệnh này nhé."
)

# ── drafts ──────────────────────────────────────────────────────────────────────────────

STILL_OPEN = "Bạn đang làm dở: {title}. Cứ gửi tiếp khi nào sẵn sàng, hoặc gửi /huy để thôi."
ANOTHER_OPEN = "Bạn đang làm dở: {standing}. Bỏ bản ấy để bắt đầu {new}?"
REPLACE_BUTTON = "Bỏ bản cũ, bắt đầu mới"
KEEP_OLD_BUTTON = "Làm tiếp bản cũ"
DROPPED = "Đã bỏ: {title}. Không có gì thay đổi cả."
BACK_TO = "Mình quay lại: {title}."
NOTHING_OPEN = "Bạn không làm dở việc gì cả."
EXPIRED = "Bản {title} để quá {days} ngày không ai động tới nên mình đã bỏ."
DRAFT_GONE = "Bản này không còn nữa. Bạn bắt đầu lại giúp mình nhé."
ALREADY_SAVED = "Bản này đã lưu rồi, mình không lưu lần nữa."
ALREADY_DROPPED = "Bản này đã bỏ rồi."
WAITS = "Bản này đang chờ bạn làm xong việc ở dưới."
STEP_PASSED = "Bước này đã qua rồi, mình mở lại bước hiện tại."
NO_FILES_HERE = "Ở bước này mình chỉ nhận chữ thôi bạn nhé."
CHOOSE_BUTTON = "Ở bước này bạn bấm một nút giúp mình nhé."

# ── editors ─────────────────────────────────────────────────────────────────────────────

EDITORS = "Biên tập viên"
EDITOR = "• {name} ({person}): từ {day}, do {by} giao"
OWNER = "• {name} ({person}): chủ bot"
NO_EDITORS = "Chưa có biên tập viên nào ngoài chủ bot."
HOW_TO_APPOINT = (
    "Thêm người: chuyển tiếp một tin nhắn của họ tới đây rồi trả lời tin ấy bằng /bientap, gửi danh bạ của họ, "
    "hoặc gõ /bientap 12345 Tên. Trong nhóm thì trả lời tin nhắn của họ bằng /bientap."
)
REMOVE_BUTTON = "Thôi: {name}"
REMOVE_SURE = "Để {name} ({person}) thôi làm biên tập viên? Những gì người ấy đã sửa vẫn giữ nguyên."
REMOVE_YES_BUTTON = "Đúng, cho thôi"
BACK_BUTTON = "« Quay lại"
APPOINTED = "Đã mời {name} ({person}) làm biên tập viên."
APPOINTED_ALREADY = "{name} ({person}) là biên tập viên rồi."
IS_OWNER = "{name} là chủ bot, vốn đã có quyền biên tập."
REMOVED = "Đã cho {name} thôi làm biên tập viên."
REMOVED_ALREADY = "Người này không còn là biên tập viên."
WELCOME_EDITOR = (
    "Bạn vừa được mời làm biên tập viên của Hỏi Đáp. Gửi /trogiup để xem các lệnh biên tập, "
    "chỉ dùng trong trò chuyện riêng này."
)
CANNOT_WRITE_YET = "Mình chưa nhắn được cho người ấy: họ cần mở bot và bấm Bắt đầu trước."
HIDDEN_SENDER = (
    "Người này ẩn tài khoản khi chuyển tiếp nên mình không biết mã số. Bạn gõ /bientap 12345 Tên, "
    "với mã số của họ, hoặc gửi danh bạ giúp mình nhé."
)
NO_ACCOUNT = "Danh bạ này không gắn với tài khoản Telegram nào. Bạn gõ /bientap 12345 Tên giúp mình nhé."
NOT_A_PERSON = "Mình cần một người: {read} không phải mã số tài khoản (một dãy số như 12345)."
A_BOT = "{name} là bot, không làm biên tập viên được."
SOMEBODY = "người có mã số {person}"
