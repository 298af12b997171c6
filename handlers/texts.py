"""Every text a person sees that is not itself an answer (those are in `knowledge.wording`)."""

from __future__ import annotations

# ── around an answer ────────────────────────────────────────────────────────────────────

READ_AS = "Mình hiểu câu hỏi là: {reading}"
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
BUSY = "Mình đang mở câu trả lời…"

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

# ── first words ─────────────────────────────────────────────────────────────────────────

WELCOME = (
    "Chào bạn! Mình là Hỏi Đáp. Bạn hỏi bằng tiếng Việt, có dấu hay không dấu đều được; mình trả lời bằng đúng con số, "
    "đúng tên người trong bài báo địa phương và luôn kèm nguồn. Điều gì bài báo không nêu, mình nói thẳng là không nêu."
)
