"""Every text a person sees that is not itself an answer (those are in `knowledge.wording`)."""

from __future__ import annotations

# ── around an answer ────────────────────────────────────────────────────────────────────

READ_AS = "(Mình hiểu câu hỏi là: {reading})"
YOU_MAY_ASK = "Bạn có thể hỏi:"
PERIOD = "Thời điểm: {period}."
NOTE = "Lưu ý: {note}"
SOURCE = "Nguồn: "
ARTICLE_ABOUT = "bài báo về {about}"
PARAGRAPH = "đoạn {number}"
CAPTION = "chú thích ảnh"

ASK_ME = "Bạn muốn hỏi gì? Trả lời tin nhắn này bằng câu hỏi của bạn nhé."
ASK_ME_HINT = "Câu hỏi của bạn"
ONLY_TEXT = "Mình mới chỉ đọc được chữ thôi, bạn gõ câu hỏi giúp mình nhé! Cần gợi ý thì gửi /trogiup."
UNKNOWN_COMMAND = "Mình chưa biết lệnh này. Gửi /trogiup để xem mình làm được những gì nhé."

MANY_QUESTIONS = "Mình nhận được hết câu hỏi của bạn rồi, mình trả lời lần lượt nhé."

# ── buttons ─────────────────────────────────────────────────────────────────────────────

SOURCE_BUTTON = "Nguồn"
RIGHT_BUTTON = "Đúng"
WRONG_BUTTON = "Sai"
TELL_ME_BUTTON = "Báo tôi khi có"
CHOSEN = "✓ {label}"

OLD_BUTTON = "Nút này đã cũ, mình không mở được nữa. Bạn hỏi lại giúp mình nhé."
GONE = "Mình không còn giữ câu hỏi này nữa. Bạn hỏi lại giúp mình nhé."
NOT_A_CHOICE = "Câu hỏi này đã được trả lời rồi."
BUSY = "Mình đang làm, bạn chờ một chút nhé…"

# ── when something goes wrong ───────────────────────────────────────────────────────────

FAILED = (
    "Xin lỗi bạn, mình vừa gặp trục trặc nên chưa trả lời được. Bạn thử lại sau ít phút nhé.\nMã sự cố: {id}"
)
FAILED_NOTICE = "Xin lỗi bạn, mình vừa gặp trục trặc. Mã sự cố: {id}"
ALERT = "Sự cố {id}: {kind}. Chi tiết nằm trong nhật ký."

# ── right or wrong, and tell me ─────────────────────────────────────────────────────────

VERDICT_KEPT = {
    "right": "Cảm ơn bạn! Mình đã ghi lại: {label}.",
    "wrong": "Cảm ơn bạn đã báo. Mình đã ghi lại: {label}.",
}
VERDICT_CHANGED = "Mình đã đổi ý kiến của bạn thành: {label}."
VERDICT_AGAIN = "Bạn đã chọn {label} rồi, mình vẫn nhớ."
WISHED = "Mình đã ghi lại rồi: khi nào có dữ liệu, mình sẽ báo bạn."
WISHED_BEFORE = "Bạn đã nhờ mình báo câu này rồi, mình vẫn nhớ."

# ── browsing ────────────────────────────────────────────────────────────────────────────

TOPICS = "Chủ đề mình có dữ liệu"
TOPICS_HINT = "Bạn chọn một chủ đề để xem câu hỏi mẫu và những nơi mình biết."
TOPIC_HINT = "Bạn bấm một câu hỏi để xem câu trả lời, hoặc chọn một nơi để xem mọi chủ đề về nơi ấy."
PLACES = "Những nơi, người và văn bản mình có dữ liệu"
PLACES_HINT = "Bạn chọn một tên để xem mình biết gì."
PLACE_HINT = "Bạn chọn một chủ đề để xem câu trả lời."
ARTICLES = "Các bài báo mình đã đọc"
ARTICLES_HINT = "Mới nhất ở trên cùng. Bạn chọn một bài để xem các dữ kiện trong bài."
TO_TOPICS = "Chủ đề"
BY_PLACE = "Xem theo nơi"
BY_SOURCE = "Nguồn tin"
BEFORE = "‹ Trước"
AFTER = "Sau ›"
BACK_TO_TOPICS = "« Chủ đề"
BACK_TO_PLACES = "« Các nơi"
BACK_TO_ARTICLES = "« Nguồn tin"
PAGE_OF = "Dữ kiện, trang {number}/{pages}:"
SOMEWHERE = "không rõ đoạn"
SHARE = "Chia sẻ: "
AUTHOR = "Tác giả"
PUBLISHED = "Ngày đăng"
PUBLISHER = "Báo"
SERIES = "Chuyên mục"
ARTICLE_IS_ABOUT = "Nói về"
ADDRESS = "Địa chỉ"
NOT_GIVEN = "nguồn không nêu"
WHOLE_ARTICLE = "Xem cả bài: {about}"
PAGE_GONE = "Mục này không còn nữa. Bạn mở lại bằng /chude giúp mình nhé."
SOURCE_GONE = "Dữ kiện của câu trả lời này không còn nữa. Bạn hỏi lại giúp mình nhé."

# ── first words ─────────────────────────────────────────────────────────────────────────

WELCOME = "Chào bạn! Mình là Hỏi Đáp."
WHAT_I_DO = (
    "Mình trả lời câu hỏi bằng đúng con số, tên người, ngày tháng trong các bài báo địa phương, lần nào cũng kèm nguồn. "
    "Điều gì bài báo không nêu, mình nói thẳng là không nêu."
)
HOW_TO_ASK = (
    "Bạn cứ gõ câu hỏi bằng tiếng Việt, có dấu hay không dấu đều được. Sửa câu hỏi thì mình sửa câu trả lời."
)
HOW_TO_ASK_IN_A_GROUP = (
    "Trong nhóm, bạn nhắc tên @{username}, trả lời tin nhắn của mình, hoặc dùng /hoi kèm câu hỏi."
)
HOW_TO_ASK_INLINE = "Ở bất cứ đâu, gõ @{username} kèm câu hỏi rồi chọn câu trả lời để gửi."
TRY_THESE = "Bạn bấm thử một câu dưới đây nhé:"
COMMANDS = "Các lệnh"
COMMAND_ALSO = " (hoặc /{alias})"
LINKS = "Liên kết để mở nhanh hoặc gửi cho người khác"
LINK_GONE = "Liên kết này không còn dùng được nữa, nhưng bạn cứ hỏi mình nhé."
HELLO_GROUP = (
    "Chào cả nhà! Mình là Hỏi Đáp, tra giúp con số trong các bài báo địa phương, luôn kèm nguồn. "
    "Mọi người gõ /hoi kèm câu hỏi, hoặc nhắc tên @{username} nhé. Còn lại mình sẽ im lặng."
)

# ── settings and privacy ────────────────────────────────────────────────────────────────

SETTINGS = "Cài đặt"
SETTINGS_TEXT = (
    "Hiện chưa có gì cần cài đặt: bạn hỏi là mình trả lời, không hỏi thì mình không nhắn. "
    "Mình lưu những gì về bạn: /riengtu. Xóa những thứ ấy: /xoadulieu."
)
PRIVACY = "Mình lưu những gì về bạn"
PRIVACY_TEXT = (
    "• Câu bạn hỏi, cùng kết quả, thời điểm, mã số tài khoản và mã số cuộc trò chuyện: giữ {days} ngày rồi xóa.",
    "• Câu hỏi gần nhất nói về gì, để hiểu câu hỏi nối tiếp của bạn trong {minutes} phút: cũng xóa sau {days} ngày.",
    "• Ý kiến Đúng hoặc Sai của bạn về một câu trả lời: xóa cùng câu hỏi ấy.",
    "• Lời nhờ “Báo tôi khi có”: giữ cho tới khi mình báo được, hoặc tới khi bạn xóa.",
)
PRIVACY_NOT = "Mình không lưu tên, số điện thoại hay ảnh của bạn, và trong nhóm không lưu tin nhắn nào không gửi cho mình."
PRIVACY_FORGET = "Gửi /xoadulieu để xóa ngay tất cả những thứ trên."
FORGET = (
    "Bạn muốn mình xóa mọi thứ mình lưu về bạn: các câu đã hỏi, ý kiến Đúng hoặc Sai, lời nhờ báo tin? "
    "Xóa rồi thì không lấy lại được."
)
FORGET_BUTTON = "Xóa hết"
KEEP_BUTTON = "Thôi, giữ lại"
FORGOTTEN = (
    "Đã xóa {count} câu hỏi cùng mọi ý kiến, lời nhờ báo tin và ngữ cảnh trò chuyện của bạn. "
    "Các nút dưới những câu trả lời cũ vì thế không dùng được nữa."
)
KEPT = "Mình không xóa gì cả."
NOT_YOURS = "Nút này dành cho người đã gửi lệnh. Bạn gửi /xoadulieu để xóa dữ liệu của chính bạn nhé."

# ── inline ──────────────────────────────────────────────────────────────────────────────

INLINE_NOTHING = "Chưa có câu trả lời, bấm để hỏi riêng mình"
INLINE_OPEN = "Mở Hỏi Đáp"
INLINE_SOURCE = "{source} · {published}"
