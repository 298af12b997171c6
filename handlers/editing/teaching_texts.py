"""What editors see of statistics, of packs out and in, and of teaching; the rest is in `texts`."""

from __future__ import annotations

# ── statistics ──────────────────────────────────────────────────────────────────────────

STATISTICS = "Thống kê"
TODAY = "Hôm nay"
LAST_DAYS = "{days} ngày qua"
ASKED_IN = "{when}: {asked} câu hỏi, {answered} câu có câu trả lời ({share}%)"
NOTHING_ASKED = "{when}: chưa có câu hỏi nào"
BY_STATUS = "Kết quả trong {days} ngày qua"
STATUS_COUNT = "• {status}: {count}"
STATUSES = {
    "answered": "Trả lời được",
    "quoted": "Trích nguyên văn bài báo",
    "not_stated": "Bài báo không nêu",
    "clarify": "Hỏi lại, chưa ai chọn",
    "unknown": "Chưa có dữ liệu",
}
TOPICS_ASKED = "Chủ đề được hỏi nhiều nhất"
QUESTIONS_ASKED = "Câu được hỏi nhiều nhất"
RANKED = "{rank}. {what} ({count})"
BESIDES = "Bạn đọc và tin báo"
VERDICTS = "• Ý kiến về câu trả lời: {right} Đúng, {wrong} Sai"
FOLLOWERS = "• Theo dõi: {chats} nơi trò chuyện, {follows} mục; {waiting} lời nhờ “Báo tôi khi có” đang chờ"
BACKLOG = "• Tin báo: {backlog} tin tới giờ chưa gửi xong, {given_up} tin không gửi được"
EDITS = "• Biên tập: {edits} thay đổi"
BY_DAY = "Từng ngày"
DAY_COUNT = "{day}: {asked} câu, {answered} câu có câu trả lời"
HOW_TO_CHART = "Muốn có biểu đồ, người vận hành cài thêm gói hoidap[chart]."
CHART_CAPTION = "Số câu hỏi mỗi ngày, {days} ngày qua"
CHART_TITLE = "Câu hỏi mỗi ngày, từ {first} đến {last}"
CHART_QUESTIONS = "Số câu hỏi"
CHART_ANSWERED = "Có câu trả lời"
CHART_OTHERS = "Chưa có câu trả lời"

# ── packs out and in ────────────────────────────────────────────────────────────────────

PACKS_FILE = (
    "Mọi dữ kiện, tên và chủ đề, dưới dạng các gói YAML. Gửi lại bằng /nhap, hoặc nạp bằng hoidap load."
)
FACTS_FILE = "Mọi dữ kiện dưới dạng bảng, mở được bằng Excel. Bảng này chỉ để xem, mình không đọc lại được."
FILE_TOO_LARGE = (
    "Tệp {name} lớn quá 50 MB, Telegram không nhận. Người vận hành dùng hoidap export giúp mình nhé."
)
